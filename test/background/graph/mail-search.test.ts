import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchMail } from '../../../background/graph/mail-search.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();

async function withMail(purposes: Purpose[] = ['mail-open']) {
  const { graph, id, asked } = await withGraph(world, purposes);
  return { asked, search: (text: string, top = 5) => searchMail(graph, id, text, top) };
}

/** Letters, digits and what stands inside words; a star at the end of all. */
const PLAIN = /^"[\p{L}\p{N}][\p{L}\p{M}\p{N}_.@'’ -]*\*"$/u;

describe('A search of messages', () => {
  it('finds messages by their subject, each with its sender and its link', async () => {
    const { search, asked } = await withMail();
    const found = await search('invoi');
    expect(found.length).toBeGreaterThan(0);
    for (const { url, from } of found) {
      expect(new URL(url).host).toMatch(/^outlook\./);
      expect(from).not.toBe('');
    }
    expect(found.some(({ subject }) => /invoice/i.test(subject))).toBe(true);
    expect(optionsOf(asked[0])).toEqual({
      $select: 'subject,from,webLink',
      $search: '"invoi*"',
      $top: '5',
    });
  });

  it('treats any text as words', async () => {
    const { search, asked } = await withMail();
    const texts = {
      'from:"odile" OR subject:x': 'from odile or subject x*',
      'tea NOT (cake)': 'tea not cake*',
      'near" AND body:secret': 'near and body secret*',
      "o'brien@fern.example": "o'brien@fern.example*",
      '-tea +cake received>=2026-01-01': 'tea cake received 2026-01-01*',
    };
    for (const [text, words] of Object.entries(texts)) {
      await search(text);
      expect(optionsOf(asked.at(-1)).$search).toBe(`"${words}"`);
    }
  });

  it('never lets any of the text act as more than a word', async () => {
    const asked: string[] = [];
    const graph = {
      call: async (_access: unknown, request: { path: `/${string}` }) => {
        asked.push(optionsOf(request).$search ?? '');
        return { status: 200, headers: new Headers(), body: { value: [] } };
      },
    };
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        await searchMail(graph, 'id', text, 5);
      }),
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const words of asked) {
      expect(words).toMatch(PLAIN);
      expect(words).not.toMatch(/\b(?:AND|OR|NOT|NEAR|ONEAR|WORDS|XRANK)\b/);
    }
  });

  it('finds nothing without a word, and sends no request', async () => {
    const { search, asked } = await withMail();
    for (const text of ['', ' ', '"', '*', '():', '\u0000']) expect(await search(text)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('leaves out a message without a safe link to Outlook, and keeps the others', async () => {
    const { search } = await withMail();
    const webLink = 'https://outlook.office365.com/owa/?ItemID=1';
    answerWith(world, '/me/messages', {
      value: [
        { subject: 'a', webLink: 'https://evil.example/' },
        { subject: null, webLink },
        { subject: 'b' },
        'c',
      ],
    });
    expect(await search('tea')).toEqual([{ subject: '', from: '', url: webLink }]);
  });

  it('is refused to an account with the basic permission only, before Graph is asked', async () => {
    const { search } = await withMail(['mail-list']);
    const { graph } = world.tenant.control.counters;
    await expect(search('tea')).rejects.toMatchObject({ reason: 'consent-missing' });
    expect(world.tenant.control.counters.graph).toBe(graph);
  });
});
