import { describe, expect, it } from 'vitest';
import { createClock } from '../../../demo/tenant/clock.ts';
import { asHtml, asText, previewBody } from '../../../demo/tenant/graph/body.ts';
import { generateMessages } from '../../../demo/tenant/graph/mail/generate.ts';
import { createMailboxes } from '../../../demo/tenant/graph/mailbox.ts';
import { createPeople } from '../../../demo/tenant/people.ts';

const people = createPeople();
const folderIds = {
  inbox: 'inbox',
  sentitems: 'sent',
  drafts: 'drafts',
  deleteditems: 'deleted',
  archive: 'archive',
};
const day = 86_400_000;
/** A Sunday night, a working morning, and both nights on which the clocks of the trust change. */
const times = [
  '2026-09-20T23:50:00Z',
  '2026-09-24T09:07:31Z',
  '2026-03-29T00:30:00Z',
  '2026-10-25T00:30:00Z',
].map((time) => Date.parse(time));

const everyone = people.flatMap((owner) =>
  times.map((now) => [owner.key, new Date(now).toISOString(), { owner, now }] as const),
);
const mailOf = (owner: (typeof people)[number], now: number, size = 60) =>
  generateMessages({ owner, now, size, folderIds });

describe.each(everyone)('The mail of %s on %s', (_key, _time, { owner, now }) => {
  const messages = mailOf(owner, now);
  const inbox = messages.filter(({ folderId }) => folderId === 'inbox');

  it('is the same each time', () => {
    expect(mailOf(owner, now)).toEqual(messages);
  });

  it('came within ten days, the newest just now', () => {
    expect(inbox).toHaveLength(60);
    const received = inbox.map((message) => message.received);
    expect(received).toEqual(received.toSorted((left, right) => left - right));
    expect(now - Math.max(...received)).toBeLessThan(10 * 60_000);
    for (const message of messages) {
      expect(message.received).toBeLessThan(now);
      expect(message.received).toBeGreaterThan(now - 11 * day);
      expect(message.received % 1000).toBe(0);
    }
  });

  it('is a mixture of kinds', () => {
    const count = (matches: (message: (typeof inbox)[number]) => boolean) => inbox.filter(matches).length;
    expect(count(({ isRead }) => !isRead)).toBeGreaterThan(5);
    expect(count(({ isRead }) => !isRead)).toBeLessThan(30);
    expect(count(({ flag }) => flag.flagStatus === 'flagged')).toBeGreaterThan(1);
    expect(count(({ hasAttachments }) => hasAttachments)).toBeGreaterThan(3);
    for (const importance of ['low', 'normal', 'high'] as const) {
      expect(count((message) => message.importance === importance)).toBeGreaterThan(1);
    }
    for (const type of ['text', 'html'] as const) {
      expect(count(({ body }) => body.contentType === type)).toBeGreaterThan(5);
    }
    expect(new Set(inbox.map(({ from }) => from.address)).size).toBeGreaterThan(6);
  });

  it('has no gap in its texts, and nobody writes to themself', () => {
    for (const { subject, body, from, to, folderId } of messages) {
      expect(subject + asText(body.blocks)).not.toMatch(/[{}]|undefined|null/);
      if (folderId === 'inbox') expect(from.address).not.toBe(owner.userPrincipalName);
      expect(to.map(({ address }) => address)).not.toContain(from.address);
    }
  });

  it('has unique ids for each message', () => {
    const ids = messages.flatMap((message) => [message.ids.rest, message.ids.immutable]);
    expect(new Set(ids).size).toBe(messages.length * 2);
  });

  it('has answers after the messages that they answer', () => {
    for (const answer of messages.filter(({ subject }) => subject.startsWith('RE: '))) {
      const original = messages.find(
        (each) => each.conversationId === answer.conversationId && !each.subject.startsWith('RE: '),
      );
      expect(original?.received).toBeLessThanOrEqual(answer.received);
    }
  });
});

describe('The mail of a person', () => {
  it('is the same, with the same unread messages, at any hour', () => {
    const [owner] = people;
    if (!owner) throw new Error('nobody is there');
    const [first, ...others] = times.map((now) =>
      mailOf(owner, now).map(({ ids, subject, isRead, body }) => ({ ids, subject, isRead, body })),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it('differs from that of others', () => {
    const texts = people.map((owner) => JSON.stringify(mailOf(owner, 0).map(({ subject }) => subject)));
    expect(new Set(texts).size).toBe(people.length);
  });

  it.each([0, 1, 2, 5000])('fills an inbox with %i messages on request', (size) => {
    for (const owner of people) {
      const inbox = mailOf(owner, times[0] ?? 0, size).filter(({ folderId }) => folderId === 'inbox');
      expect(inbox).toHaveLength(size);
    }
  });

  it('has sixty messages for a work account, twelve for a personal one, and more on request', () => {
    for (const [size, work, personal] of [
      [undefined, 60, 12],
      [500, 500, 100],
    ] as const) {
      const mailboxes = createMailboxes(createClock(), size);
      for (const owner of people) {
        const { messages, folderIds: ids } = mailboxes.of(owner);
        const inbox = messages.filter(({ folderId }) => folderId === ids.inbox);
        expect(inbox).toHaveLength(owner.kind === 'personal' ? personal : work);
      }
    }
  });
});

describe('The body of a message', () => {
  const blocks = [
    'Hello & <b>welcome</b>,',
    ['one', 'two "three"'],
    'See https://fernleigh.example/a?b=1&c=2.\nBram',
  ];

  it('is text with its lists', () => {
    expect(asText(blocks)).toBe(
      'Hello & <b>welcome</b>,\r\n\r\n  *   one\r\n  *   two "three"\r\n\r\nSee https://fernleigh.example/a?b=1&c=2.\r\nBram',
    );
  });

  it('is HTML in which nothing but our own markup counts', () => {
    const html = asHtml(blocks);
    expect(html).toContain('<p>Hello &amp; &lt;b&gt;welcome&lt;/b&gt;,</p>');
    expect(html).toContain('<ul><li>one</li><li>two &quot;three&quot;</li></ul>');
    const link = 'https://fernleigh.example/a?b=1&amp;c=2';
    expect(html).toContain(`<p>See <a href="${link}">${link}</a>.<br>Bram</p>`);
  });

  it('is previewed by its first 255 characters', () => {
    expect(previewBody({ contentType: 'html', blocks: ['a'.repeat(300)] })).toBe('a'.repeat(255));
  });
});
