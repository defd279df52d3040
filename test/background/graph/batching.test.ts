import { describe, expect, it } from 'vitest';
import { defer } from '../../fakes/deferred.ts';
import { minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const EVERYTHING = ['Mail.ReadBasic', 'Calendars.ReadBasic', 'Tasks.Read', 'Files.Read', 'Presence.Read'];

async function signedInWith(permissions: readonly string[]) {
  world.tenant.control.consentForOrganisation([...permissions]);
  const { background, id } = await world.signedIn();
  world.passTime(minutes(1));
  const { log } = world.tenant.control;
  const before = world.tenant.control.counters.graph;
  const known = log.length;
  return {
    background,
    id,
    /** What a popup asks as it opens. */
    open: () => {
      const { getProfile, getPresence, getInbox, getCalendar, getTasks, getFiles } = background.handlers;
      return Promise.all([
        getProfile(id),
        getPresence(id),
        getInbox(id),
        getCalendar(id),
        getTasks(id),
        getFiles(id),
      ]);
    },
    requests: () => world.tenant.control.counters.graph - before,
    parts: () =>
      log
        .slice(known)
        .filter(({ isPart }) => isPart)
        .map(({ method, path }) => `${method} ${path.replace('/v1.0', '')}`),
  };
}

const kindsOf = (replies: { kind: string }[]) => replies.map(({ kind }) => kind);
const reasonsOf = (replies: Awaited<ReturnType<Awaited<ReturnType<typeof signedInWith>>['open']>>) =>
  replies.map((reply) => (reply.kind === 'obstacle' ? reply.obstacle.reason : reply.kind));

describe('Opening the popup', () => {
  it('costs one request once the task lists are known', async () => {
    const { open, requests } = await signedInWith(EVERYTHING);
    expect(kindsOf(await open())).toEqual(Array(6).fill('ready'));
    const first = requests();
    expect(first).toBeLessThanOrEqual(2);
    expect(kindsOf(await open())).toEqual(Array(6).fill('ready'));
    expect(requests() - first).toBe(1);
  });

  it('leaves out the parts without a permission', async () => {
    const { open, requests, parts } = await signedInWith(['Mail.ReadBasic', 'Files.Read']);
    expect(reasonsOf(await open())).toEqual([
      'ready',
      'consent-missing',
      'ready',
      'consent-missing',
      'consent-missing',
      'ready',
    ]);
    expect(requests()).toBe(1);
    expect(parts().sort()).toEqual([
      'GET /me',
      'GET /me/drive/recent',
      'GET /me/mailFolders/inbox',
      'GET /me/mailFolders/inbox/messages',
      'GET /me/photos/120x120/$value',
    ]);
  });

  it('shows the parts that can be read, even if others fail', async () => {
    const { open, requests } = await signedInWith(EVERYTHING);
    const { graph } = world.tenant.control.faults;
    graph['/v1.0/me/calendarView'] = { status: 429, headers: { 'Retry-After': '120' }, body: {} };
    graph['/v1.0/me/drive'] = { status: 403, body: { error: { code: 'accessDenied' } } };
    graph['/v1.0/me/todo'] = { status: 503, headers: { 'Retry-After': '300' }, body: {} };
    graph['/v1.0/me/presence'] = { status: 404, body: {} };
    expect(reasonsOf(await open())).toEqual([
      'ready',
      'not-found',
      'ready',
      'throttled',
      'microsoft-unavailable',
      'no-access',
    ]);
    expect(requests()).toBe(1);
  });

  it('asks for a throttled part only after its pause, and reads the others', async () => {
    const { open, parts } = await signedInWith(EVERYTHING);
    const { graph } = world.tenant.control.faults;
    graph['/v1.0/me/calendarView'] = { status: 429, headers: { 'Retry-After': '120' }, body: {} };
    const [, , , first] = await open();
    const until = Date.now() + 120_000;
    expect(first).toMatchObject({ obstacle: { reason: 'throttled', retryAt: until } });
    delete graph['/v1.0/me/calendarView'];
    const asked = parts().length;
    world.passTime(minutes(1));
    expect(reasonsOf(await open())[3]).toBe('throttled');
    const next = await world.wake();
    const id = (await next.services.book.read()).active ?? '';
    expect(await next.handlers.getCalendar(id)).toMatchObject({
      obstacle: { reason: 'throttled', retryAt: until },
    });
    expect(parts().slice(asked)).not.toContain('GET /me/calendarView');
    world.passTime(minutes(1));
    expect(await next.handlers.getCalendar(id)).toMatchObject({ kind: 'ready' });
  });

  it('waits for a short pause, and asks again once', async () => {
    const { background, id, requests } = await signedInWith(EVERYTHING);
    const { control } = world.tenant;
    control.throttleGraph('/v1.0/me/calendarView', { seconds: 5, times: 1 });
    const before = Date.now();
    expect(await background.handlers.getCalendar(id)).toMatchObject({ kind: 'ready' });
    expect(Date.now() - before).toBe(5000);
    expect(requests()).toBe(2);
  });

  it('repeats the whole batch after a short outage (N9)', async () => {
    const { open, requests } = await signedInWith(['Mail.ReadBasic', 'Calendars.ReadBasic']);
    world.tenant.control.faults.graph['/v1.0/$batch'] = { status: 503, body: '<h1>Sorry</h1>', times: 2 };
    expect(reasonsOf(await open()).slice(2, 4)).toEqual(['ready', 'ready']);
    expect(requests()).toBe(3);
  });

  it('fails with an explanation if the answer is no batch', async () => {
    const { open } = await signedInWith(['Mail.ReadBasic']);
    world.tenant.control.faults.graph['/v1.0/$batch'] = { status: 200, body: { hello: 'world' } };
    expect(reasonsOf(await open())[2]).toBe('network-sign-in');
    world.tenant.control.faults.graph['/v1.0/$batch'] = { status: 200, body: { responses: [] } };
    expect(reasonsOf(await open())[2]).toBe('microsoft-unavailable');
  });

  it('loses only the part that is unreadable or missing', async () => {
    const { open } = await signedInWith(['Mail.ReadBasic', 'Files.Read']);
    const part = (id: string, body: object) => ({ id, status: 200, headers: {}, body });
    world.tenant.control.faults.graph['/v1.0/$batch'] = {
      status: 200,
      body: {
        responses: [
          part('1', { displayName: 'Mira', userPrincipalName: 'mira@example' }),
          { id: '3', status: 'fine' },
          'nothing',
        ],
      },
    };
    expect(reasonsOf(await open()).filter((_, index) => [0, 2, 5].includes(index))).toEqual([
      'ready',
      'microsoft-unavailable',
      'microsoft-unavailable',
    ]);
  });

  it('asks for each part by itself if the whole batch is too large', async () => {
    const { open, requests } = await signedInWith(EVERYTHING);
    await open();
    const { log, faults } = world.tenant.control;
    const known = log.length;
    const body = { responses: [{ id: '1', body: 'x'.repeat(3_000_000) }] };
    faults.graph['/v1.0/$batch'] = { status: 200, body };
    const [first, second] = [defer(), defer()];
    faults.delay.graph = first.promise;
    const before = requests();
    const replies = open();
    await expect.poll(requests).toBe(before + 1);
    faults.delay.graph = second.promise;
    first.resolve();
    await expect.poll(requests).toBeGreaterThanOrEqual(before + 5);
    second.resolve();
    expect(reasonsOf(await replies)).toEqual(Array(6).fill('ready'));
    // The mailbox turns the fifth at a time away (429), and none was.
    expect(new Set(log.slice(known).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('asks once more if the answer is truncated (N6)', async () => {
    const { background, id, requests } = await signedInWith(['Mail.ReadBasic']);
    world.tenant.control.faults.graph['/v1.0/$batch'] = 'truncate';
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'network-sign-in' } });
    expect(requests()).toBe(2);
  });

  it('costs nothing more if it happens fifty times while the first reading is in flight (P3)', async () => {
    const { open, requests } = await signedInWith(['Mail.ReadBasic', 'Calendars.ReadBasic']);
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const all = Array.from({ length: 50 }, () => open());
    await expect.poll(requests).toBe(1);
    hold.resolve();
    expect(new Set((await Promise.all(all)).map((replies) => replies[2].kind))).toEqual(new Set(['ready']));
    expect(requests()).toBe(1);
  });
});

describe('Requests for one mailbox', () => {
  it('run four at a time at most', async () => {
    const { background, id, requests } = await signedInWith(EVERYTHING);
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const searches = Array.from({ length: 6 }, () => {
      const { signal } = new AbortController();
      const access = { accountId: id, purpose: 'mail-list' } as const;
      return background.services.graph.call(access, { path: '/me/messages?$select=id&$top=1', signal });
    });
    await expect.poll(requests).toBe(4);
    hold.resolve();
    expect((await Promise.all(searches)).map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(requests()).toBe(6);
  });
});
