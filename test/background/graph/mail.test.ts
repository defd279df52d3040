import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/contract.ts';
import { needsOf, type Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const LIST = '/v1.0/me/mailFolders/inbox/messages';

/** A person whose organisation has agreed to these, so that one window is enough. */
async function withMail(...purposes: Purpose[]) {
  world.tenant.control.consentForOrganisation(purposes.flatMap(needsOf));
  const { background, id } = await world.signedIn();
  const { handlers } = background;
  return {
    inbox: () => handlers.getInbox(id).then(dataOf),
    open: (messageId: string) => handlers.openMessage(id, messageId),
    mark: (messageId: string, isRead: boolean) => handlers.markMessage(id, messageId, isRead),
  };
}

function dataOf<T>(reply: Reply<T>): T {
  if (reply.kind === 'ready') return reply.data;
  throw new Error(`It came to ${JSON.stringify(reply.obstacle)}.`);
}

/** Has Graph answer with this, whatever was asked. */
function answerWith(path: string, body: unknown): void {
  world.tenant.control.faults.graph[path] = { status: 200, body };
}

const message = {
  id: 'AAMk',
  subject: 'Tea',
  from: { emailAddress: { name: 'Ada', address: 'ada@example' } },
  receivedDateTime: '2026-03-01T09:30:00Z',
  isRead: false,
  flag: { flagStatus: 'flagged' },
  hasAttachments: true,
};
const summary = {
  id: 'AAMk',
  subject: 'Tea',
  from: { name: 'Ada', address: 'ada@example' },
  receivedAt: Date.UTC(2026, 2, 1, 9, 30),
  isRead: false,
  isFlagged: true,
  hasAttachments: true,
};

describe('The inbox', () => {
  it('has the newest messages, in order, and of each what a list draws', async () => {
    const { inbox } = await withMail('mail-list');
    const { messages } = await inbox();
    expect(messages).toHaveLength(25);
    const times = messages.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(new Set(messages.map(({ id }) => id)).size).toBe(25);
    for (const each of messages) {
      expect(each).toEqual({
        id: expect.stringMatching(/\S/),
        subject: expect.any(String),
        from: { name: expect.stringMatching(/\S/), address: expect.stringContaining('@') },
        receivedAt: expect.any(Number),
        isRead: expect.any(Boolean),
        isFlagged: expect.any(Boolean),
        hasAttachments: expect.any(Boolean),
      });
    }
  });

  it('asks for what it draws, and no more', async () => {
    const { inbox } = await withMail('mail-list');
    await inbox();
    const { searchParams } = new URL(world.network.asked.at(-1) ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      $select: 'id,subject,from,receivedDateTime,isRead,flag,hasAttachments',
      $orderby: 'receivedDateTime desc',
      $top: '25',
    });
  });

  it('leaves out what is no message, and keeps the others', async () => {
    const { inbox } = await withMail('mail-list');
    const strange = [
      null,
      'text',
      7,
      [],
      { ...message, id: undefined },
      { ...message, id: 7 },
      { ...message, receivedDateTime: 'yesterday' },
      { ...message, receivedDateTime: 1 },
      { ...message, subject: { toString: 'x' } },
      { ...message, from: 'ada' },
      { ...message, isRead: 'no' },
      { ...message, flag: 'flagged' },
    ];
    answerWith(LIST, { value: [...strange, message, ...strange] });
    expect(await inbox()).toEqual({ messages: [summary] });
  });

  it('takes nothing of a message but what it knows', async () => {
    const { inbox } = await withMail('mail-list');
    const more = JSON.parse('{"__proto__":{"isAdmin":true},"body":{"content":"secret"},"script":"x"}');
    answerWith(LIST, { value: [{ ...message, ...more }], '@odata.context': 'x' });
    expect(await inbox()).toEqual({ messages: [summary] });
  });

  it('shows what a message may lack', async () => {
    const { inbox } = await withMail('mail-list');
    const { id, receivedDateTime } = message;
    answerWith(LIST, { value: [{ id, receivedDateTime, subject: null, from: null }] });
    expect((await inbox()).messages).toMatchObject([
      { subject: '', from: null, isRead: true, isFlagged: false },
    ]);
  });
});

describe('A message', () => {
  const path = '/v1.0/me/messages';
  const whole = {
    ...message,
    toRecipients: [{ emailAddress: { address: 'sam@example' } }],
    body: { contentType: 'text', content: ' Come at four. ' },
    webLink: 'https://outlook.office365.com/owa/?ItemID=AAMk',
  };

  it('opens as text, by the id that the list gave', async () => {
    const { inbox, open } = await withMail('mail-list', 'mail-open');
    const [first] = (await inbox()).messages;
    const opened = dataOf(await open(first?.id ?? ''));
    expect(opened).toMatchObject({ ...first, isCut: false, to: [expect.any(String)] });
    expect(opened.text).toMatch(/\S/);
    expect(opened.text).not.toMatch(/<\/?(html|body|div|p)\b/i);
    expect(opened.webLink).toMatch(/^https:\/\/outlook\.office365\.com\//);
  });

  it('is shown with the names it has, and trimmed', async () => {
    const { open } = await withMail('mail-open');
    answerWith(path, whole);
    expect(dataOf(await open('AAMk'))).toEqual({
      ...summary,
      to: ['sam@example'],
      text: 'Come at four.',
      isCut: false,
      webLink: whole.webLink,
    });
  });

  it('that does not come as text is not shown', async () => {
    const { open } = await withMail('mail-open');
    for (const contentType of ['html', 'HTML', 'markdown', '']) {
      answerWith(path, { ...whole, body: { contentType, content: '<img src=x onerror=alert(1)>' } });
      expect(dataOf(await open('AAMk'))).toMatchObject({ text: '', isCut: false });
    }
  });

  it('that is too long is cut', async () => {
    const { open } = await withMail('mail-open');
    answerWith(path, { ...whole, body: { contentType: 'text', content: 'a'.repeat(20_001) } });
    const { text, isCut } = dataOf(await open('AAMk'));
    expect([text.length, isCut]).toEqual([20_000, true]);
  });

  it('A8 keeps a link into Outlook, and drops any other', async () => {
    const { open } = await withMail('mail-open');
    const kept = ['https://outlook.office.com/mail/1', 'https://outlook.live.com/mail/1?a=b'];
    const dropped = [
      'https://evil.example/owa/',
      'https://outlook.office365.com.evil.example/',
      'https://outlook.office.com@evil.example/',
      'https://outlook.office.com:8443/',
      'http://outlook.office.com/owa/',
      'javascript:alert(1)//outlook.office.com',
      'data:text/html,outlook.live.com',
      '//outlook.live.com/',
      'nonsense',
      null,
    ];
    const shown: (string | null)[] = [];
    for (const webLink of [...kept, ...dropped]) {
      answerWith(path, { ...whole, webLink });
      shown.push(dataOf(await open('AAMk')).webLink);
    }
    expect(shown).toEqual([...kept, ...dropped.map(() => null)]);
  });

  it('in another shape is none', async () => {
    const { open } = await withMail('mail-open');
    for (const body of [{}, { body: 'text' }, { ...whole, body: null }, { ...whole, toRecipients: 'all' }]) {
      answerWith(path, body);
      expect(await open('AAMk')).toMatchObject({ obstacle: { reason: 'microsoft-unavailable' } });
    }
  });

  it('that is gone is not found', async () => {
    const { open, mark } = await withMail('mail-open', 'mail-mark-read');
    world.tenant.control.faults.graph[path] = { status: 404, body: { error: { code: 'ErrorItemNotFound' } } };
    expect(await open('AAMk')).toMatchObject({ obstacle: { reason: 'not-found' } });
    expect(await mark('AAMk', true)).toMatchObject({ obstacle: { reason: 'not-found' } });
  });

  it('is marked as read and as unread, at Graph too', async () => {
    const { inbox, mark } = await withMail('mail-list', 'mail-mark-read');
    const [first] = (await inbox()).messages;
    for (const isRead of [!first?.isRead, first?.isRead ?? true]) {
      expect(dataOf(await mark(first?.id ?? '', isRead))).toEqual({ isRead });
      expect((await inbox()).messages[0]).toMatchObject({ id: first?.id, isRead });
    }
  });
});

describe('An id', () => {
  const look = async (ids: string[]) => {
    const { open, mark } = await withMail('mail-open', 'mail-mark-read');
    const log = world.tenant.control.log.length;
    for (const id of ids) {
      expect(await open(id)).toMatchObject({ kind: 'obstacle' });
      expect(await mark(id, true)).toMatchObject({ kind: 'obstacle' });
    }
    return world.tenant.control.log.slice(log).map(({ path }) => path);
  };

  it('stays one segment of the path, whatever is in it', async () => {
    const ids = ['a/b', 'a?b=c', '../../me', 'a#b', 'ä €', '%2e%2e', 'a\\b'];
    const expected = ids.flatMap((id) =>
      Array<string>(2).fill(`/v1.0/me/messages/${encodeURIComponent(id)}`),
    );
    expect(await look(ids)).toEqual(expected);
  });

  it('that is no segment reaches nothing else', async () => {
    const paths = await look(['.', '..', '']);
    expect(paths.filter((each) => !/^\/v1\.0\/me\/messages\/[^/]+$/.test(each))).toEqual([]);
  });
});
