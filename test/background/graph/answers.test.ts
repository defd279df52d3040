import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { confirm, isGone, isoTime, listOf, readAs, standIn } from '../../../background/graph/answers.ts';
import { pathOf } from '../../../background/graph/paging.ts';
import { query, segment, withOptions } from '../../../background/graph/paths.ts';
import { AppError } from '../../../src/errors.ts';

const answer = (status: number, body: unknown = null) => ({ status, body, headers: new Headers() });
const thrown = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('An answer of Graph', () => {
  it.each([
    [200, null],
    [204, null],
    [299, null],
    [199, 'microsoft-unavailable'],
    [300, 'microsoft-unavailable'],
    [400, 'microsoft-unavailable'],
    [404, 'not-found'],
    [410, 'not-found'],
  ])('counts as a confirmation, or is refused: status %i is %s', (status, reason) => {
    const error = thrown(() => confirm(answer(status)));
    expect(error instanceof AppError ? [error.reason, error.detail] : null).toEqual(
      reason && [reason, `Graph ${status}`],
    );
    expect(isGone(answer(status))).toBe(reason === 'not-found');
  });

  it('counts as none if it is a page of the network', () => {
    expect(thrown(() => confirm(answer(200, new Uint8Array(3))))).toMatchObject({
      reason: 'network-sign-in',
      detail: 'Graph 200',
    });
  });

  it('counts as a failure of Microsoft if it has another shape', () => {
    const shape = v.object({ id: v.string() });
    expect(readAs(shape, answer(200, { id: 'a', more: 1 }))).toEqual({ id: 'a' });
    expect(thrown(() => readAs(shape, answer(200, { id: 1 })))).toMatchObject({
      reason: 'microsoft-unavailable',
      detail: 'Graph 200',
    });
    expect(thrown(() => readAs(shape, answer(404, { id: 'a' })))).toMatchObject({ reason: 'not-found' });
  });

  it('has a substitute if its failure is expected; an error of the program has none', () => {
    expect(standIn('none')(new AppError('offline'))).toBe('none');
    const bug = new TypeError('oops');
    expect(thrown(() => standIn('none')(bug))).toBe(bug);
  });

  it('has a list of the entries that can be read, and times as numbers', () => {
    const list = v.parse(listOf(v.object({ at: isoTime })), {
      value: [{ at: '1970-01-01T00:00:01Z' }, { at: 'soon' }, null],
    });
    expect(list).toEqual({ value: [{ at: 1000 }], '@odata.nextLink': null });
  });
});

describe('A path', () => {
  it('asks for the entries of a schema, with options that are encoded', () => {
    const schema = { entries: { id: 0, name: 0 } };
    expect(query('/me', schema)).toBe('/me?%24select=id%2Cname');
    expect(query('/me', schema, { $top: '2' })).toBe('/me?%24select=id%2Cname&%24top=2');
    expect(withOptions('/me', { a: 'b c+d e' })).toBe('/me?a=b%20c%2Bd%20e');
  });

  it('takes an id as a single segment, and refuses one that is no name', () => {
    expect(segment('a/b?c')).toBe('a%2Fb%3Fc');
    expect(segment('...')).toBe('...');
    expect(segment('.a')).toBe('.a');
    for (const id of ['', '.', '..', 'a\uD800']) {
      expect(thrown(() => segment(id))).toMatchObject({ reason: 'not-found', detail: 'id' });
    }
  });

  it('is what stands behind the version in a link', () => {
    expect(pathOf('https://graph.microsoft.com/v1.0/me?$skip=1#x')).toBe('/me?$skip=1#x');
    for (const link of ['https://graph.microsoft.com/v1.0', 'https://graph.microsoft.com/beta/me', 'me']) {
      expect(thrown(() => pathOf(link))).toMatchObject({
        reason: 'microsoft-unavailable',
        detail: 'next link',
      });
    }
  });
});
