import { afterEach, expect, it, vi } from 'vitest';
import { logBug } from '../../background/log.ts';
import { AppError } from '../../src/errors.ts';

const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => print.mockClear());

it('A9 says what kind of bug it was and where, and nothing of what was being read', () => {
  const cause = new TypeError('cannot read eyJhbGciOi.secret');
  logBug(new AppError('unexpected', { cause, detail: 'somewhere' }));
  const printed = String(print.mock.calls[0]?.[0]);
  expect(printed).toContain('unexpected');
  expect(printed).toContain('TypeError');
  expect(printed).toContain('log.test.ts');
  expect(printed).not.toContain('secret');
});

it('drops a message that runs over several lines', () => {
  const cause = new Error('one\ntwo secret\nthree@secret:1:1x');
  logBug(new AppError('unexpected', { cause }));
  expect(String(print.mock.calls[0]?.[0])).not.toContain('secret');
});
