import { isMainThread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meetingsOf, remindersOf } from '../../../src/storage.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { HOUR, MINUTE, NINE, partsAsked, setUpWatchWorld, titles } from './with-watch.ts';

const world = setUpWatchWorld();
const mira = () => world.someone('member');

/** In the tenant's calendar: in Teams, at twenty past nine on that Monday. */
const CALL = 'Loan agreement: call with Northmere';
const CALL_AT = NINE + 20 * MINUTE;

const notices = () => [...surroundings.notices.entries()];
const firstNotice = () => notices()[0]?.[0] ?? '';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/London');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('A reminder of a meeting', () => {
  it('comes five minutes before, with its time, its place and a button, without a request to Graph', async () => {
    // So that no look falls into this very moment.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const id = await world.watching(['meetings']);
    await world.live(CALL_AT - 5 * MINUTE - Date.now() - 1);
    expect(notices()).toEqual([]);
    const asked = partsAsked(world).length;
    await world.live(1);
    expect(notices()).toEqual([
      [
        expect.stringContaining(`meeting ${CALL_AT} `),
        {
          type: 'basic',
          iconUrl: expect.stringMatching(/icon-128\.png$/),
          title: CALL,
          // By the clock of whatever country this runs in.
          message: expect.stringMatching(/^0?9[:.]20\s–\s10[:.]05.*\nMicrosoft Teams Meeting$/),
          buttons: [{ title: 'Join' }],
        },
      ],
    ]);
    expect(partsAsked(world).slice(asked)).toEqual([]);
    expect(await world.state(id)).toMatchObject({ meetings: { isOn: true, obstacle: null } });
  });

  it('comes once, however often the background starts', async () => {
    await world.watching(['meetings']);
    await world.live(40 * MINUTE);
    expect(surroundings.noticesShown).toHaveLength(1);
  });

  it.each([
    ['the button', () => surroundings.onButtonClicked.fire(firstNotice(), 0)],
    ['itself', () => surroundings.onNoticeClicked.fire(firstNotice())],
  ])('opens the meeting in a tab, and goes, after a click on %s', async (_where, click) => {
    await world.watching(['meetings']);
    await world.live(16 * MINUTE);
    await world.happen(click);
    await expect.poll(() => notices()).toEqual([]);
    expect(surroundings.tabsOpened).toEqual([expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//)]);
    await world.live(2 * MINUTE);
    expect(notices()).toEqual([]);
  });

  it('opens the meeting from a background that the click has started', async () => {
    await world.watching(['meetings']);
    await world.live(16 * MINUTE);
    await world.wakeUp();
    await world.happen(() => surroundings.onButtonClicked.fire(firstNotice(), 0));
    await expect.poll(() => surroundings.tabsOpened).toHaveLength(1);
  });

  it('has no button if the meeting is not online, and leads to Outlook', async () => {
    const subject = 'Pruning';
    world.tenant.control.invite(mira(), { subject, start: NINE + 10 * MINUTE, minutes: 30 });
    await world.watching(['meetings']);
    await world.live(6 * MINUTE);
    expect(notices().map(([, notice]) => [notice.title, notice.buttons])).toEqual([[subject, undefined]]);
    await world.happen(() => surroundings.onNoticeClicked.fire(firstNotice()));
    await expect.poll(() => surroundings.tabsOpened).toEqual([expect.stringMatching(/^https:\/\/outlook\./)]);
  });

  it('names where to click in a browser whose notifications have no buttons', async () => {
    surroundings.hasButtons = false;
    await world.watching(['meetings']);
    surroundings.hasButtons = false;
    await world.live(16 * MINUTE);
    expect(notices()[0]?.[1]).toMatchObject({
      message: expect.stringMatching(/\nMicrosoft Teams Meeting\nClick here to join$/),
    });
  });

  it('leaves other notifications and their clicks alone', async () => {
    await world.watching(['meetings']);
    const other = { title: 'Other', message: '', iconUrl: '' };
    surroundings.notices.set('other', other);
    await world.live(16 * MINUTE);
    await world.happen(() => surroundings.onNoticeClicked.fire('other'));
    expect(surroundings.notices.get('other')).toEqual(other);
    expect(surroundings.tabsOpened).toEqual([]);
  });

  // Under Stryker tests run in a thread, and only the main one can change the time zone of its process.
  it.skipIf(!isMainThread)(
    'shows the time in the current zone of the computer, at the same moment',
    async () => {
      await world.watching(['meetings']);
      vi.stubEnv('TZ', 'Asia/Kolkata');
      await world.live(16 * MINUTE);
      expect(surroundings.noticesShown).toHaveLength(1);
      expect(notices()[0]?.[1].message).toMatch(/^(?:14|2)[:.]50\s–\s(?:15|3)[:.]35/);
    },
  );

  it.each([
    [
      'a script and marks that turn the direction',
      '<img src=x onerror=alert(1)>\u202Efdp.exe\u0000\nnext',
      '<img src=x onerror=alert(1)>fdp.exe next',
    ],
    ['ten thousand letters', 'm'.repeat(10_000), 'm'.repeat(200)],
    ['nothing', '', '(No subject)'],
  ])('is one line of text for a subject of %s', async (_what, subject, title) => {
    world.tenant.control.invite(mira(), { subject, start: NINE + 10 * MINUTE, minutes: 5 });
    await world.watching(['meetings']);
    await world.live(6 * MINUTE);
    expect(titles()).toEqual([title]);
  });
});

describe('A meeting with a reminder', () => {
  const at = NINE + 30 * MINUTE;
  /** By how much it is moved. */
  const later = 25 * MINUTE;
  const subject = 'A word about the pond';
  const invite = (answer: 'accepted' | 'notResponded' = 'accepted') =>
    world.tenant.control.invite(mira(), { subject, start: at, minutes: 30, answer });
  const until = (time: number) => world.live(time - Date.now());

  it('gets its reminder if it was added meanwhile', async () => {
    await world.watching(['meetings']);
    invite('notResponded');
    await until(at);
    expect(titles()).toContain(subject);
  });

  it('gets its reminder at its new time, not at the old one, if it moved', async () => {
    invite();
    await world.watching(['meetings']);
    world.tenant.control.moveMeeting(mira(), subject, at + later);
    await until(at + 15 * MINUTE);
    expect(titles()).not.toContain(subject);
    await until(at + later);
    expect(titles()).toContain(subject);
  });

  it('loses its reminder at the next check if it moves afterwards, and gets a new one', async () => {
    invite();
    await world.watching(['meetings']);
    await until(at);
    expect(titles()).toContain(subject);
    world.tenant.control.moveMeeting(mira(), subject, at + later);
    await until(at + 7 * MINUTE);
    expect(titles()).not.toContain(subject);
    await until(at + later);
    expect(titles()).toContain(subject);
    expect(surroundings.noticesShown.filter((each) => each.includes(String(at + later)))).toHaveLength(1);
  });

  it.each([
    ['cancelled', () => world.tenant.control.cancelMeeting(mira(), subject)],
    ['deleted', () => world.tenant.control.deleteMeeting(mira(), subject)],
    ['moved to another week', () => world.tenant.control.moveMeeting(mira(), subject, at + 200 * HOUR)],
  ])('loses its reminder if it is %s', async (_how, happens) => {
    invite();
    await world.watching(['meetings']);
    await until(at - MINUTE);
    expect(titles()).toContain(subject);
    happens();
    await until(at + 7 * MINUTE);
    expect(titles()).not.toContain(subject);
    expect(surroundings.noticesShown.filter((each) => each.includes(String(at)))).toHaveLength(1);
  });

  it('gets no reminder if it was declined in the popup', async () => {
    world.tenant.control.consentForOrganisation(['Calendars.ReadWrite']);
    invite('notResponded');
    const id = await world.watching(['meetings']);
    const event = (await meetingsOf(id).get())?.events.find((each) => each.subject === subject);
    await world.background.handlers.edit(id, {
      kind: 'answer-event',
      eventId: event?.id ?? '',
      answer: 'declined',
    });
    await until(at);
    expect(titles()).not.toContain(subject);
  });

  it('loses its reminder when it is over', async () => {
    const id = await world.watching(['meetings']);
    await until(CALL_AT);
    expect(titles()).toEqual([CALL]);
    await until(CALL_AT + 52 * MINUTE);
    expect(titles()).toEqual([]);
    expect(await remindersOf(id).get()).toEqual([]);
  });
});

describe('A recurring meeting', () => {
  const round = 'Glasshouse round';
  /** On every working day. */
  const at = NINE - 15 * MINUTE;

  beforeEach(() => {
    vi.setSystemTime(NINE - HOUR);
  });

  it('gets a reminder on its day, with the details that only the series holds', async () => {
    await world.watching(['meetings']);
    await world.live(at - MINUTE - Date.now());
    const [, notice] = notices().find(([, { title }]) => title === round) ?? [];
    expect(notice?.message).toMatch(/^0?8[:.]45\s–\s0?9[:.]05.*\nBy the clock, Glasshouse 1$/);
  });

  it('gets a reminder at the new time of a moved occurrence', async () => {
    await world.watching(['meetings']);
    world.tenant.control.moveMeeting(mira(), round, at + HOUR);
    await world.live(at + 20 * MINUTE - Date.now());
    expect(surroundings.noticesShown.join()).not.toContain(String(at));
    await world.live(40 * MINUTE);
    expect(titles()).toContain(round);
  });
});
