import { describe, expect, it } from 'vitest';
import { AppError, readGuid, toAppError } from '../../src/errors.ts';
import { toObstacle } from '../../src/obstacles.ts';

const GUID = '0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f';
const details = {
  detail: 'AADSTS50076',
  incident: { correlationId: GUID, traceId: GUID, at: 1 },
  retryAt: 2,
  picked: 'sam@fernleigh.example',
  claims: '{"id_token":{}}',
};

describe('An expected failure', () => {
  it('has what it was made with, its cause, and its reason as its text', () => {
    const cause = new Error('secret');
    const error = new AppError('throttled', { ...details, purpose: 'files', cause });
    expect(error).toMatchObject({
      ...details,
      reason: 'throttled',
      message: 'throttled',
      name: 'AppError',
      purpose: 'files',
    });
    expect(error.cause).toBe(cause);
    expect(new AppError('offline').detail).toBeUndefined();
  });

  it('keeps its fields when a purpose is added to it', () => {
    const cause = new Error('secret');
    const error = new AppError('throttled', { ...details, cause }).during('mail-list');
    expect(error).toMatchObject({ ...details, reason: 'throttled', purpose: 'mail-list' });
    expect(error.cause).toBe(cause);
  });

  it('keeps the purpose that it was given first', () => {
    const error = new AppError('offline', { purpose: 'files' });
    expect(error.during('mail-list')).toBe(error);
  });

  it('is itself where it is thrown, and anything else is a bug', () => {
    const error = new AppError('offline');
    expect(toAppError(error)).toBe(error);
    expect(toAppError('oops')).toMatchObject({ reason: 'unexpected', cause: 'oops' });
  });
});

describe('An id of Microsoft’s', () => {
  it.each([GUID, GUID.toUpperCase()])('is taken: %s', (id) => {
    expect(readGuid(id)).toBe(id);
  });

  it.each([
    null,
    undefined,
    '',
    'call 0800',
    `${GUID} `,
    ` ${GUID}`,
    `${GUID}0`,
    GUID.replace('a', 'g'),
    GUID.slice(1),
    GUID.slice(5),
  ])('is not taken: %j', (text) => {
    expect(readGuid(text)).toBeUndefined();
  });
});

describe('A failure as pages see it', () => {
  it('has everything but the claims and the cause', () => {
    const { claims: _, ...shown } = details;
    const error = new AppError('wrong-account', { ...details, purpose: 'files', cause: new Error('x') });
    expect(toObstacle(error)).toEqual({ ...shown, reason: 'wrong-account', purpose: 'files' });
  });

  it('has no gaps, which neither messages nor storage keep', () => {
    const error = new AppError('offline', { incident: { correlationId: undefined, at: 1 } });
    const obstacle = toObstacle(error);
    expect(Object.keys(obstacle)).toEqual(['reason', 'incident']);
    expect(Object.keys(obstacle.incident ?? {})).toEqual(['at']);
    expect(toObstacle(new AppError('offline', { incident: { traceId: GUID, at: 1 } })).incident).toEqual({
      traceId: GUID,
      at: 1,
    });
  });
});
