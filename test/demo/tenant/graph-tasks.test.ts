import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, isFields, startGraph } from './graph-client.ts';

let graph: GraphClient;
/** The tasks of Mira's default list. */
let tasks: string;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  graph.reset();
  tasks = await tasksOf('defaultList');
});

const lists = '/v1.0/me/todo/lists';
const ask = (path: string, options: Ask = {}) => graph.ask(path, { scopes: 'Tasks.ReadWrite', ...options });
const post = (json: unknown, options: Ask = {}) => ask(tasks, { method: 'POST', json, ...options });

async function tasksOf(wellknown: string, options: Ask = {}) {
  const found = (await ask(lists, options)).value.find((list) => list.wellknownListName === wellknown);
  return `${lists}/${found?.id}/tasks`;
}

const dueOf = ({ dueDateTime }: Record<string, unknown>) =>
  isFields(dueDateTime) ? String(dueDateTime.dateTime) : null;

describe('The lists of To Do', () => {
  it('consist of a default one, one of flagged messages and the person’s own', async () => {
    const { status, body, value } = await ask(lists, { scopes: 'Tasks.Read' });
    expect(status).toBe(200);
    expect(body['@odata.context']).toContain('/todo/lists');
    expect(value.map(({ wellknownListName }) => wellknownListName)).toEqual([
      'defaultList',
      'flaggedEmails',
      'none',
      'none',
    ]);
    expect(value[0]).toMatchObject({ '@odata.etag': expect.stringMatching(/^W\/"/), isOwner: true });
  });

  it('come in pages, without a $skip', async () => {
    const first = await ask(`${lists}?$top=3`);
    expect(first.value).toHaveLength(3);
    const second = await ask(String(first.body['@odata.nextLink']));
    expect(second.value).toHaveLength(1);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    expect((await ask(`${lists}?$skip=1`)).status).toBe(400);
  });

  it.each([lists, 'tasks'])('refuse $select for %s', async (where) => {
    const path = where === 'tasks' ? tasks : where;
    const { status, error } = await ask(`${path}?$select=id`);
    expect([status, error]).toEqual([400, expect.objectContaining({ code: 'invalidRequest' })]);
  });
});

describe('The tasks of a list', () => {
  it('are overdue, due today, due tomorrow, due later and without a day', async () => {
    const path = `${tasks}?$filter=status ne 'completed'&$orderby=dueDateTime/dateTime&$top=50`;
    const { value } = await ask(path, { headers: { Prefer: 'outlook.timezone="Europe/London"' } });
    const dues = value.map(dueOf);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(Date.now());
    expect(dues[0]).toBeNull();
    const days = dues.flatMap((due) => (due === null ? [] : [due]));
    expect(days).toEqual([...days].sort());
    expect(days.every((due) => due.endsWith('T00:00:00.0000000'))).toBe(true);
    const count = (test: (due: string) => boolean) => days.filter((due) => test(due.slice(0, 10))).length;
    expect(count((due) => due < today)).toBeGreaterThan(1);
    expect(count((due) => due === today)).toBeGreaterThan(1);
    expect(count((due) => due > today)).toBeGreaterThan(2);
    expect(value.some(({ status }) => status === 'completed')).toBe(false);
  });

  it('can be filtered by their due day', async () => {
    const now = new Date(graph.workings.clock.now()).toISOString();
    const quoted = await ask(`${tasks}?$filter=dueDateTime/dateTime le '${now.slice(0, 19)}'&$top=50`);
    expect(quoted.value.length).toBeGreaterThan(3);
    expect(quoted.value.every((task) => (dueOf(task) ?? '9') <= now)).toBe(true);
  });

  it('come ten to a page to the end', async () => {
    const first = await ask(tasks);
    expect(first.value).toHaveLength(10);
    const second = await ask(String(first.body['@odata.nextLink']));
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    expect(new Set([...first.value, ...second.value].map(({ id }) => id)).size).toBe(14);
  });

  it('link to the flagged message', async () => {
    const [task] = (await ask(await tasksOf('flaggedEmails'))).value;
    expect(task).toMatchObject({
      linkedResources: [{ applicationName: 'Outlook', webUrl: expect.stringMatching(/^https:/) }],
    });
  });

  it('belong to one person', async () => {
    await post({ title: 'Prune the wisteria' });
    const theirs = await ask(await tasksOf('defaultList', { as: 'ingrid' }), { as: 'ingrid' });
    expect(theirs.value.map(({ title }) => title)).not.toContain('Prune the wisteria');
    expect((await ask(tasks, { as: 'ingrid' })).status).toBe(404);
  });
});

describe('A new task', () => {
  it('comes first in the list, with its day and its links', async () => {
    const { status, body } = await post({
      title: 'Reply to Gwen',
      dueDateTime: { dateTime: '2026-07-24T16:45:00', timeZone: 'Europe/London' },
      body: { content: 'About the rhododendrons', contentType: 'text' },
      linkedResources: [
        {
          webUrl: 'https://outlook.office.com/mail/1',
          applicationName: 'Lanyard',
          displayName: 'Message',
          externalId: '1',
        },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Reply to Gwen',
      status: 'notStarted',
      // The day without its hour: midnight of a London summer, told in UTC.
      dueDateTime: { dateTime: '2026-07-23T23:00:00.0000000', timeZone: 'UTC' },
      linkedResources: [{ applicationName: 'Lanyard', externalId: '1', id: expect.any(String) }],
    });
    const [first] = (await ask(`${tasks}?$top=1`)).value;
    expect(first).toMatchObject({ id: body.id, '@odata.etag': body['@odata.etag'] });
  });

  it('accepts a link later', async () => {
    const { body } = await post({ title: 'Read it' });
    const link = {
      applicationName: 'Lanyard',
      displayName: 'A message',
      webUrl: 'https://outlook.office.com/',
    };
    const made = await ask(`${tasks}/${body.id}/linkedResources`, { method: 'POST', json: link });
    expect(made.status).toBe(201);
    expect((await ask(`${tasks}/${body.id}`)).body.linkedResources).toEqual([
      { ...link, externalId: null, id: made.body.id },
    ]);
  });

  it.each([
    {},
    { title: 4 },
    { title: 'Kettle', kettle: true },
    { title: 'When', dueDateTime: { dateTime: 'soon', timeZone: 'UTC' } },
    { title: 'Where', dueDateTime: { dateTime: '2026-07-24T00:00:00', timeZone: 'Middle-earth' } },
    { title: 'How', status: 'finished' },
  ])('is refused for %j', async (json) => {
    const { status, error } = await post(json);
    expect([status, error]).toEqual([400, expect.objectContaining({ code: 'invalidRequest' })]);
  });
});

describe('A change of a task', () => {
  it('completes it, returns the time, and can undo that', async () => {
    const { body } = await post({ title: 'Rake the gravel' });
    const path = `${tasks}/${body.id}`;
    const done = await ask(path, { method: 'PATCH', json: { status: 'completed' } });
    const today = new Date(graph.workings.clock.now()).toISOString().slice(0, 10);
    const completedDateTime = { dateTime: `${today}T00:00:00.0000000`, timeZone: 'UTC' };
    expect(done.body).toMatchObject({ status: 'completed', completedDateTime });
    expect(done.body['@odata.etag']).not.toBe(body['@odata.etag']);
    const undone = await ask(path, { method: 'PATCH', json: { status: 'notStarted', title: 'Rake again' } });
    expect(undone.body).toMatchObject({ status: 'notStarted', title: 'Rake again' });
    expect(undone.body).not.toHaveProperty('completedDateTime');
  });

  it('moves its due day, or removes it', async () => {
    const { body } = await post({ title: 'Sow' });
    const path = `${tasks}/${body.id}`;
    const dueDateTime = { dateTime: '2027-01-05T00:00:00', timeZone: 'UTC' };
    const moved = await ask(path, { method: 'PATCH', json: { dueDateTime } });
    expect(moved.body.dueDateTime).toEqual({ ...dueDateTime, dateTime: '2027-01-05T00:00:00.0000000' });
    const free = await ask(path, { method: 'PATCH', json: { dueDateTime: null } });
    expect(free.body).not.toHaveProperty('dueDateTime');
  });

  it('needs more than Tasks.Read', async () => {
    for (const options of [{ method: 'POST', json: { title: 'No' } }, { scopes: 'User.Read' }]) {
      const { status, error } = await ask(tasks, { scopes: 'Tasks.Read', ...options });
      expect([status, error]).toEqual([403, expect.objectContaining({ code: 'ErrorAccessDenied' })]);
    }
  });

  it('is undone by a reset', async () => {
    const { body } = await post({ title: 'Forget me' });
    graph.reset();
    expect((await ask(`${tasks}/${body.id}`)).status).toBe(404);
  });
});

describe('A delta of tasks', () => {
  async function start() {
    const first = await ask(`${tasks}/delta?$top=10`);
    expect(first.value).toHaveLength(10);
    const second = await ask(String(first.body['@odata.nextLink']));
    expect(second.value).toHaveLength(4);
    return {
      link: String(second.body['@odata.deltaLink']),
      id: first.value[0]?.id,
      gone: first.value[1]?.id,
    };
  }

  it('returns changed and deleted tasks, and then nothing', async () => {
    const { link, id, gone } = await start();
    await ask(`${tasks}/${id}`, { method: 'PATCH', json: { title: 'Changed' } });
    expect((await ask(`${tasks}/${gone}`, { method: 'DELETE' })).status).toBe(204);
    const next = await ask(link);
    expect(next.value).toEqual([
      expect.objectContaining({ id, title: 'Changed' }),
      { '@removed': { reason: 'deleted' }, id: gone },
    ]);
    expect((await ask(String(next.body['@odata.deltaLink']))).value).toEqual([]);
  });

  it('asks for a new start if its token is invalid', async () => {
    const { link } = await start();
    graph.workings.clock.advance(8 * 86_400_000);
    const late = await ask(link);
    expect([late.status, late.error]).toEqual([410, expect.objectContaining({ code: 'SyncStateNotFound' })]);
    expect((await ask(String(late.headers.get('location')))).status).toBe(200);
    graph.reset();
    expect((await ask(link)).status).toBe(410);
  });
});
