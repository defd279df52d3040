import { describe, expect, it } from 'vitest';
import { minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const VIEW = '/v1.0/me/calendarView';

async function withCalendar() {
  world.tenant.control.consentForOrganisation(['Calendars.ReadBasic']);
  const { background, id } = await world.signedIn();
  return { read: () => background.handlers.getCalendar(id), background, id };
}

describe('An answer of Graph in an unexpected form', () => {
  it.each([
    ['has a byte-order mark before its JSON', 'bom', { kind: 'ready' }],
    ['has no body', { status: 204, body: '' }, { obstacle: { reason: 'microsoft-unavailable' } }],
    [
      'is 20 MB long',
      { status: 200, body: { value: [{ id: 'x'.repeat(20_000_000) }] } },
      { obstacle: { reason: 'microsoft-unavailable', detail: 'answer too large' } },
    ],
    [
      'says that it is JSON and is a page',
      { status: 200, headers: { 'Content-Type': 'application/json' }, body: '<h1>Welcome</h1>' },
      { obstacle: { reason: 'network-sign-in' } },
    ],
    [
      'is a page that says 503',
      { status: 503, headers: { 'Content-Type': 'text/html' }, body: '<h1>Sorry</h1>' },
      { obstacle: { reason: 'microsoft-unavailable' } },
    ],
  ] as const)(
    'is read or explained, and signs nobody out, if it %s (N5, N9, N19)',
    async (_, fault, told) => {
      const { background, id, read } = await withCalendar();
      world.tenant.control.faults.graph[VIEW] = fault;
      expect(await read()).toMatchObject(told);
      expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
      world.tenant.control.faults.graph = {};
      expect(await read()).toMatchObject({ kind: 'ready' });
    },
  );
});

describe('The background without an open popup', () => {
  it('asks Graph and Entra for nothing in ten hours, however often it wakes', async () => {
    const { read } = await withCalendar();
    await read();
    const before = { ...world.tenant.control.counters };
    for (let step = 0; step < 40; step += 1) {
      world.passTime(minutes(15));
      await world.wake();
    }
    expect(world.tenant.control.counters).toEqual(before);
    expect(world.person.silentFlows).toBe(0);
  });
});
