import { afterEach, expect, it, vi } from 'vitest';
import { logBug } from '../../background/log.ts';
import { AppError } from '../../src/errors.ts';

const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => print.mockClear());

it('logs the kind and the place of a bug, and nothing that was being read (A9)', () => {
  const cause = new TypeError('cannot read eyJhbGciOi.secret');
  logBug(new AppError('unexpected', { cause, detail: 'somewhere' }));
  const printed = String(print.mock.calls[0]?.[0]);
  expect(printed).toContain('unexpected');
  expect(printed).toContain('TypeError');
  expect(printed).toContain('log.test.ts');
  expect(printed).not.toContain('secret');
});

it('drops a message of several lines from the log', () => {
  const cause = new Error('one\ntwo secret\nthree@secret:1:1x');
  logBug(new AppError('unexpected', { cause }));
  expect(String(print.mock.calls[0]?.[0])).not.toContain('secret');
});
