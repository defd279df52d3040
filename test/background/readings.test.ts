import { describe, expect, it } from 'vitest';
import { face } from '../../src/face.ts';
import { keepSnapshot, readSnapshots } from '../../src/snapshots.ts';
import { defer } from '../fakes/deferred.ts';
import { fake } from '../fakes/fake-browser.ts';
import { minutes, setUpWorld } from '../fakes/world.ts';

const world = setUpWorld();
const INBOX = '/v1.0/me/mailFolders';

async function withInbox() {
  world.tenant.control.consentForOrganisation(['Mail.ReadBasic', 'Mail.ReadWrite']);
  const { background, id } = await world.signedIn();
  /** Also waits for the picture of the answer, which the answer does not wait for. */
  const settled = async <T>(answer: Promise<T>) => {
    const given = await answer;
    await background.services.book.change(async (accounts) => ({ accounts, result: undefined }));
    return given;
  };
  const read = () => settled(background.handlers.getInbox(id));
  const kept = async () => (await readSnapshots(id)).getInbox;
  return { background, id, read, kept };
}

const snapshotsInMemory = () => Object.keys(fake.session.items).filter((key) => key.startsWith('snapshot:'));

describe('A snapshot', () => {
  it('holds the data of the reading with its time, and no token', async () => {
    const { read, kept } = await withInbox();
    const reply = await read();
    expect(await kept()).toEqual({ data: 'data' in reply && reply.data, readAt: Date.now() });
    const text = JSON.stringify(snapshotsInMemory().map((key) => fake.session.items[key]));
    expect([...world.tenant.control.issuedSecrets].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it.each([
    ['a lost network (N1)', 'reset', 'offline'],
    ['a captive portal (N5)', { status: 200, body: '<h1>Welcome</h1>' }, 'network-sign-in'],
    ['a pause (N8)', { status: 429, headers: { 'Retry-After': '120' }, body: {} }, 'throttled'],
    ['an outage (N9)', { status: 503, headers: { 'Retry-After': '120' }, body: {} }, 'microsoft-unavailable'],
  ] as const)('stays if only %s prevents a new reading', async (_, fault, reason) => {
    const { read, kept } = await withInbox();
    await read();
    const before = await kept();
    world.passTime(minutes(10));
    if (fault === 'reset') world.network.isOffline = true;
    else world.tenant.control.faults.graph['/v1.0/$batch'] = fault;
    expect(await read()).toMatchObject({ obstacle: { reason } });
    expect(await kept()).toEqual(before);
  });

  it('is removed when its data may no longer be seen', async () => {
    const { read, kept } = await withInbox();
    await read();
    world.tenant.control.faults.graph[INBOX] = { status: 403, body: {} };
    expect(await read()).toMatchObject({ obstacle: { reason: 'no-access' } });
    expect(await kept()).toBeUndefined();
  });

  it('is removed by a pause of its permission and by a sign-out, and another account keeps its own', async () => {
    const { background, id, read } = await withInbox();
    await read();
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    expect(snapshotsInMemory()).toEqual([]);
    await background.handlers.setPaused(id, 'Mail.ReadBasic', false);
    const { background: both, id: other } = await world.signedIn(world.someone('administrator'));
    await both.handlers.getProfile(id);
    await both.handlers.getProfile(other);
    await expect.poll(snapshotsInMemory).toHaveLength(2);
    await both.handlers.signOut([id]);
    expect(snapshotsInMemory()).toEqual([`snapshot:getProfile:${other}`]);
  });

  it('is not saved if its permission was paused during the reading', async () => {
    const { background, id, read } = await withInbox();
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const before = world.tenant.control.counters.graph;
    const reading = read();
    await expect.poll(() => world.tenant.control.counters.graph).toBe(before + 1);
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    hold.resolve();
    await reading;
    expect(snapshotsInMemory()).toEqual([]);
  });

  it('is removed with all the others when the session has ended', async () => {
    const { background, id, read } = await withInbox();
    await read();
    await background.handlers.getProfile(id);
    await expect.poll(snapshotsInMemory).toHaveLength(2);
    world.tenant.control.faults.graph['/'] = { status: 401, body: {} };
    expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(snapshotsInMemory()).toEqual([]);
  });

  it('is not saved if the account signed out during the reading', async () => {
    const { background, id, read } = await withInbox();
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const before = world.tenant.control.counters.graph;
    const reading = read();
    await expect.poll(() => world.tenant.control.counters.graph).toBe(before + 1);
    await background.handlers.signOut([id]);
    hold.resolve();
    await reading;
    expect(snapshotsInMemory()).toEqual([]);
  });

  it('is not saved if it is too large, and the one before it is removed', async () => {
    const { id, read, kept } = await withInbox();
    await read();
    const before = await kept();
    if (!before) throw new Error('There is no snapshot.');
    const messages = Array.from({ length: 500 }, () => before.data.messages[0] ?? []).flat();
    await keepSnapshot(id, 'getInbox', { ...before, data: { ...before.data, messages } });
    expect(await kept()).toBeUndefined();
  });

  it('is the only loss if memory is full', async () => {
    const { id, read, kept } = await withInbox();
    fake.session.gate = async (call, keys) => {
      if (call === 'set' && keys.some((key) => key.startsWith('snapshot:'))) throw new Error('QUOTA_BYTES');
    };
    expect(await read()).toMatchObject({ kind: 'ready' });
    fake.session.gate = null;
    expect(await kept()).toBeUndefined();
    expect(id).toBeTypeOf('string');
  });

  it('counts as absent if it has another shape', async () => {
    const { id, kept } = await withInbox();
    fake.session.items[`snapshot:getInbox:${id}`] = { data: { messages: 'all' }, readAt: 1 };
    expect(await kept()).toBeUndefined();
  });
});

describe('An edit', () => {
  async function withMessage() {
    const set = await withInbox();
    const reply = await set.read();
    const message = 'data' in reply ? reply.data.messages.find(({ isRead }) => !isRead) : undefined;
    if (!message) throw new Error('Everything has been read.');
    return { ...set, message };
  }

  it('shows in the snapshot as soon as Microsoft has confirmed it', async () => {
    const { background, id, kept, message } = await withMessage();
    const unread = (await kept())?.data.unread ?? 0;
    const edit = { kind: 'mark-message', messageId: message.id, isRead: true } as const;
    expect(await background.handlers.edit(id, edit)).toMatchObject({ kind: 'ready', data: null });
    const after = (await kept())?.data;
    expect(after?.unread).toBe(unread - 1);
    expect(after?.messages.find((each) => each.id === message.id)).toMatchObject({ isRead: true });
  });

  it('leaves the snapshot as it was if it fails', async () => {
    const { background, id, kept, message } = await withMessage();
    const before = await kept();
    world.tenant.control.faults.graph['/v1.0/me/messages'] = { status: 503, body: {} };
    const edit = { kind: 'archive-message', messageId: message.id } as const;
    expect(await background.handlers.edit(id, edit)).toMatchObject({
      obstacle: { reason: 'microsoft-unavailable', purpose: 'mail-change' },
    });
    expect(await kept()).toEqual(before);
  });

  it('is not lost to a reading that began before it', async () => {
    const { background, id, read, kept, message } = await withMessage();
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const before = world.tenant.control.counters.graph;
    const reading = read();
    await expect.poll(() => world.tenant.control.counters.graph).toBe(before + 1);
    world.tenant.control.faults.delay.graph = null;
    const edit = { kind: 'flag-message', messageId: message.id, isFlagged: !message.isFlagged } as const;
    const edited = background.handlers.edit(id, edit);
    hold.resolve();
    await Promise.all([reading, edited]);
    expect((await kept())?.data.messages.find((each) => each.id === message.id)?.isFlagged).toBe(
      !message.isFlagged,
    );
  });
});

describe('Two edits of the same thing', () => {
  it('reach Microsoft in the order in which they were made', async () => {
    const { background, id, read } = await withInbox();
    const reply = await read();
    const messageId = ('data' in reply && reply.data.messages[0]?.id) || '';
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const edits = [true, false, true, false].map((isFlagged) =>
      background.handlers.edit(id, { kind: 'flag-message', messageId, isFlagged }),
    );
    hold.resolve();
    expect((await Promise.all(edits)).map(({ kind }) => kind)).toEqual(Array(4).fill('ready'));
    const after = await read();
    expect('data' in after && after.data.messages[0]?.isFlagged).toBe(false);
  });
});

describe('The stored session', () => {
  it('shows the next popup the account, and nobody after a sign-out', async () => {
    const { background, id } = await withInbox();
    await expect.poll(() => face.get()).toMatchObject({ status: 'signed-in', account: { id } });
    await background.handlers.signOut([id]);
    await expect.poll(() => face.get()).toMatchObject({ status: 'signed-out' });
    expect(JSON.stringify(await face.get())).not.toContain(id);
  });

  it('is written again if a life ended before it could be', async () => {
    const { id } = await withInbox();
    await face.remove();
    await world.wake();
    await expect.poll(() => face.get()).toMatchObject({ status: 'signed-in', account: { id } });
  });
});
