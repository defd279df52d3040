import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Errand } from '../../../demo/tenant/graph/errands.ts';
import { type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const hour = 3_600_000;
const minute = 60_000;

function happen(...errands: Errand[]): void {
  const { faults } = graph.workings;
  faults.errands = { mira: [...(faults.errands.mira ?? []), ...errands] };
}

describe('A change of mail by another app', () => {
  const inbox = async () => (await graph.ask('/v1.0/me/mailFolders/inbox')).body;

  it('shows in the counts of the inbox', async () => {
    const before = await inbox();
    happen({ kind: 'read-mail', count: 1 });
    expect(await inbox()).toMatchObject({
      unreadItemCount: Number(before.unreadItemCount) - 1,
      totalItemCount: before.totalItemCount,
    });
    happen({ kind: 'archive-mail', count: 1 });
    expect(await inbox()).toMatchObject({
      unreadItemCount: Number(before.unreadItemCount) - 2,
      totalItemCount: Number(before.totalItemCount) - 1,
    });
  });

  it('happens only once', async () => {
    happen({ kind: 'read-mail', count: 1 });
    const after = await inbox();
    expect(await inbox()).toEqual(after);
  });
});

describe('An action of an organiser', () => {
  const now = () => graph.workings.clock.now();
  const iso = (instant: number) => new Date(instant).toISOString();
  const first = () =>
    `/v1.0/me/calendarView/delta?startDateTime=${iso(now())}&endDateTime=${iso(now() + 168 * hour)}`;
  const headers = { Prefer: 'odata.maxpagesize=200' };
  async function look(link = first()) {
    const { value, body } = await graph.ask(link, { headers });
    return { items: value, next: String(body['@odata.deltaLink']) };
  }
  const subject = 'A word about the pond';
  const invite = (hours: number): Errand => ({
    kind: 'invite',
    meeting: {
      subject,
      start: Math.floor(now() / minute) * minute + hours * hour,
      minutes: 30,
      isTeams: true,
    },
  });

  it('shows in a delta query: an invitation, another time, a cancellation', async () => {
    const before = await look();
    happen(invite(2));
    const invited = await look(before.next);
    expect(invited.items).toEqual([
      expect.objectContaining({
        subject,
        type: 'singleInstance',
        onlineMeeting: { joinUrl: expect.stringContaining('https://teams.microsoft.com/') },
        responseStatus: expect.objectContaining({ response: 'notResponded' }),
      }),
    ]);
    const start = now() + 3 * hour;
    happen({ kind: 'move-meeting', subject, start });
    const moved = await look(invited.next);
    expect(moved.items).toEqual([
      expect.objectContaining({
        id: invited.items[0]?.id,
        start: { dateTime: `${iso(start).slice(0, 19)}.0000000`, timeZone: 'UTC' },
      }),
    ]);
    happen({ kind: 'cancel-meeting', subject });
    expect((await look(moved.next)).items).toEqual([
      expect.objectContaining({ subject: `Canceled: ${subject}`, isCancelled: true }),
    ]);
  });

  it('counts as a removal if a meeting is deleted, leaves the span, or never was in it', async () => {
    happen(invite(2));
    const before = await look();
    const id = before.items.find((item) => item.subject === subject)?.id;
    happen({ kind: 'move-meeting', subject, start: now() + 400 * hour }, invite(300));
    const gone = await look(before.next);
    expect(gone.items).toHaveLength(2);
    for (const item of gone.items) expect(item['@removed']).toEqual({ reason: 'deleted' });
    expect(gone.items.map((item) => item.id)).toContain(id);

    happen(invite(4));
    const again = await look(gone.next);
    happen({ kind: 'delete-meeting', subject });
    expect((await look(again.next)).items).toEqual([
      { '@odata.type': '#microsoft.graph.event', id: again.items[0]?.id, '@removed': { reason: 'deleted' } },
    ]);
  });

  it('turns one date of a series into an exception, which is returned whole', async () => {
    const before = await look();
    const start = now() + 5 * hour;
    happen({ kind: 'move-meeting', subject: 'Glasshouse round', start });
    expect((await look(before.next)).items).toEqual([
      expect.objectContaining({
        subject: 'Glasshouse round',
        type: 'exception',
        seriesMasterId: expect.any(String),
      }),
    ]);
  });
});
