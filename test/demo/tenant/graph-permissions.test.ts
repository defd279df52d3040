import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;
let message: string;
let event: string;

beforeAll(async () => {
  graph = await startGraph();
  message = `/v1.0/me/messages/${(await graph.ask(inbox)).value[0]?.id}`;
  event = `/v1.0/me/events/${(await graph.ask(view)).value[0]?.id}`;
});
afterAll(() => graph.stop());

const inbox = '/v1.0/me/mailFolders/inbox/messages';
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const view = `/v1.0/me/calendarView?startDateTime=${at(-1)}&endDateTime=${at(7)}`;

const denied = [
  403,
  expect.objectContaining({
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
  }),
];

describe('Graph', () => {
  it.each(['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'])('returns mail with %s', async (scope) => {
    const scopes = `User.Read ${scope}`;
    for (const path of [inbox, '/v1.0/me/messages', '/v1.0/me/mailFolders/inbox', message]) {
      expect((await graph.ask(path, { scopes })).status).toBe(200);
    }
  });

  it.each(['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'])(
    'returns events with %s',
    async (scope) => {
      for (const path of [view, event]) expect((await graph.ask(path, { scopes: scope })).status).toBe(200);
    },
  );

  it.each(['User.Read', 'Mail.Send', 'Calendars.ReadWrite', 'mail.read'])(
    'returns no mail with %s',
    async (scopes) => {
      for (const path of [inbox, '/v1.0/me/messages', '/v1.0/me/mailFolders/inbox', message]) {
        const { status, error } = await graph.ask(path, { scopes });
        expect([status, error]).toEqual(denied);
      }
    },
  );

  it.each(['User.Read', 'Mail.ReadWrite'])('returns no events with %s', async (scopes) => {
    for (const path of [view, event]) {
      const { status, error } = await graph.ask(path, { scopes });
      expect([status, error]).toEqual(denied);
    }
  });

  it('accepts changes with Mail.ReadWrite alone', async () => {
    const options = { method: 'PATCH', json: { isRead: true } };
    for (const scopes of ['Mail.ReadBasic', 'Mail.Read', 'Mail.Send']) {
      const { status, error } = await graph.ask(message, { ...options, scopes });
      expect([status, error]).toEqual(denied);
    }
    expect((await graph.ask(message, { ...options, scopes: 'Mail.ReadWrite' })).status).toBe(200);
  });
});

describe('The attachments of a message', () => {
  it('need more than the basic permission', async () => {
    const statuses = ['Mail.ReadBasic', 'Mail.Read'].map(
      async (scopes) => (await graph.ask(`${message}/attachments`, { scopes })).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 200]);
  });
});

describe('The basic permission', () => {
  it('hides the text of a message', async () => {
    for (const path of [message, inbox]) {
      const { body } = await graph.ask(path, { scopes: 'Mail.ReadBasic' });
      const text = JSON.stringify(body);
      expect(text).toContain('"subject"');
      for (const name of ['body', 'bodyPreview', 'uniqueBody', 'attachments']) {
        expect(text).not.toContain(`"${name}"`);
      }
    }
  });

  it('hides the text of an invitation', async () => {
    for (const path of [event, view]) {
      const text = JSON.stringify((await graph.ask(path, { scopes: 'Calendars.ReadBasic' })).body);
      expect(text).toContain('"location"');
      for (const name of ['body', 'bodyPreview', 'attachments', 'extensions']) {
        expect(text).not.toContain(`"${name}"`);
      }
    }
  });

  it.each(['body', 'bodyPreview', 'uniqueBody', 'attachments', 'subject,body'])(
    'refuses $select=%s for a message',
    async (select) => {
      for (const path of [message, inbox]) {
        const { status, error } = await graph.ask(`${path}?$select=${select}`, { scopes: 'Mail.ReadBasic' });
        expect([status, error]).toEqual(denied);
      }
      expect((await graph.ask(`${inbox}?$select=${select}`, { scopes: 'Mail.Read' })).status).toBe(200);
    },
  );

  it('refuses the body of an event', async () => {
    const { status, error } = await graph.ask(`${event}?$select=body`, { scopes: 'Calendars.ReadBasic' });
    expect([status, error]).toEqual(denied);
  });

  it('does not hide anything if a broader permission is held as well', async () => {
    const { body } = await graph.ask(`${message}?$select=body`, { scopes: 'Mail.ReadBasic Mail.Read' });
    expect(body).toHaveProperty('body.content');
  });
});

describe('A page of another origin', () => {
  it.each(['GET', 'POST', 'PATCH', 'DELETE'])('can %s with the headers of a client', async (method) => {
    const { status, headers } = await graph.ask(message, {
      method: 'OPTIONS',
      headers: {
        Origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,client-request-id,content-type,prefer',
      },
    });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-methods')?.split(', ')).toContain(method);
    expect(headers.get('access-control-allow-headers')).toBe(
      'authorization,client-request-id,content-type,prefer',
    );
  });

  it('can read the ETag and the applied preferences', async () => {
    const { headers } = await graph.ask(message, { headers: { Prefer: 'IdType="ImmutableId"' } });
    const exposed = headers.get('access-control-expose-headers')?.split(', ');
    for (const name of ['ETag', 'Preference-Applied']) {
      expect(exposed).toContain(name);
      expect(headers.get(name)).not.toBeNull();
    }
  });
});
