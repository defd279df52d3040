import browser from 'webextension-polyfill';
import { iconSign, watchOf } from '../src/storage.ts';
import type { WatchStand } from '../src/watch-memory.ts';
import { say, sayCount, sayNumber, type WordKey } from '../src/words.ts';
import type { AccountBook } from './auth/accounts.ts';
import { isWorthMark } from './watch/barriers.ts';

/** What a sign says to whoever rests the mouse on it. */
const SIGNS = { '●': 'badgeWaiting', '✓': 'badgeDone' } as const satisfies Record<string, WordKey>;

/** A sign that is written over the icon until somebody looks: there is something to see; a page was added. */
export type Sign = keyof typeof SIGNS;

/** The icon in the toolbar. */
export interface Icon {
  /** Writes a sign over whatever else the icon shows, save what somebody has still to see. */
  show(sign: Sign): Promise<void>;
  /** Takes the sign away, if there is one, or only if it is that one. */
  clear(only?: Sign): Promise<void>;
  /** Shows what is so now: a sign, or that a person is needed, or how many messages are unread. */
  draw(): Promise<void>;
}

/** Fluent's brand colour, and a grey that is not an alarm; white is readable on both. */
const BRAND = '#0f6cbd';
const NEUTRAL = '#616161';
const WHITE = '#ffffff';

const LOCK = 'lanyard.icon';
/** There is room for three characters. */
const MOST_SHOWN = 99;

interface Face {
  text: string;
  color: string;
  title: string;
}

/** What is shown lies in storage, so that a background that starts draws the same again. */
export function createIcon(book: AccountBook): Icon {
  let shown = '';

  const draw = () =>
    navigator.locks.request(LOCK, async () => {
      const face = await readFace(book);
      if (JSON.stringify(face) === shown) return;
      await paint(face);
      shown = JSON.stringify(face);
    });

  return {
    draw,
    async show(sign) {
      // That a page was added is soon forgotten; that there is something to see is not.
      if (sign === '✓' && (await iconSign.get()) === '●') return;
      await iconSign.set(sign);
      await draw();
    },
    async clear(only) {
      const sign = await iconSign.get();
      if (sign === null || (only && sign !== only)) return;
      await iconSign.remove();
      await draw();
    },
  };
}

async function readFace(book: AccountBook): Promise<Face> {
  const watching = (await book.read()).list.filter(({ watches = [] }) => watches.length > 0);
  const [sign, ...stands] = await Promise.all([
    iconSign.get(),
    ...watching.map(({ id }) => watchOf(id).get()),
  ]);
  const known = stands.filter((stand) => stand !== null);
  const unread = known.reduce((sum, stand) => sum + (stand.unread ?? 0), 0);
  const isMarked = known.some(isNeedingSomebody);
  const words = [isMarked ? say('badgeMark') : '', unread > 0 ? sayCount('badgeUnread', unread) : ''];
  const title = words.filter(Boolean).join('\n') || say('appName');
  if (isSign(sign)) return { text: sign, color: BRAND, title: say(SIGNS[sign]) };
  if (isMarked) return { text: '!', color: NEUTRAL, title };
  return { text: asBadge(unread), color: BRAND, title };
}

function isSign(text: string | null): text is Sign {
  return text !== null && Object.hasOwn(SIGNS, text);
}

function isNeedingSomebody({ obstacles }: WatchStand): boolean {
  return Object.values(obstacles).some((obstacle) => obstacle !== undefined && isWorthMark(obstacle));
}

function asBadge(unread: number): string {
  if (unread === 0) return '';
  return unread > MOST_SHOWN ? `${sayNumber(MOST_SHOWN)}+` : sayNumber(unread);
}

async function paint({ text, color, title }: Face): Promise<void> {
  const { action } = browser;
  await action.setTitle({ title });
  if (text) {
    // Before the text, which would be seen in the browser's own colours for a moment.
    await action.setBadgeBackgroundColor({ color });
    await action.setBadgeTextColor({ color: WHITE });
  }
  await action.setBadgeText({ text });
}
