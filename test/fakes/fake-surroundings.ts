// What the browser has around a background that looks for things by itself: alarms, the person's presence, notifications
// and optional permissions. Part of fake-browser.ts.

import { bindToLife, gated } from './life-scope.ts';

/** An event of the browser, with the listeners of the life that is running. */
export function fakeEvent<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => unknown>();
  return {
    addListener: (listener: (...args: Args) => unknown) => void listeners.add(bindToLife(listener)),
    hasListeners: () => listeners.size > 0,
    fire(...args: Args) {
      for (const listener of listeners) listener(...args);
    },
    clear: () => listeners.clear(),
  };
}

/** A notification as it was asked for. */
export interface FakeNotice {
  title: string;
  message: string;
  iconUrl: string;
  buttons?: { title: string }[];
}

/** What the tests set and look at. */
export const surroundings = {
  /** When each alarm goes off (epoch ms). */
  alarms: new Map<string, number>(),
  idle: 'active' as 'active' | 'idle' | 'locked',
  /** Optional permissions that the browser has given. */
  allowed: new Set<string>(),
  notices: new Map<string, FakeNotice>(),
  /** Every notification that was asked for, those that took another's place among them. */
  noticesShown: [] as string[],
  /** Firefox refuses the whole where there are buttons in it. */
  hasButtons: true,
  /** Creating a notification fails. */
  areNoticesBroken: false,
  /** What happens just after a notification was shown. */
  afterNotice: (): void => undefined,
  tabsOpened: [] as string[],
  title: '',
  badgeColor: '',
  onAlarm: fakeEvent<[{ name: string }]>(),
  onIdle: fakeEvent<['active' | 'idle' | 'locked']>(),
  onNoticeClicked: fakeEvent<[string]>(),
  onButtonClicked: fakeEvent<[string, number]>(),
  onAllowed: fakeEvent<[]>(),
  onTakenBack: fakeEvent<[]>(),
};

/** As a background finds it that has just been started: the browser knows none of its listeners. */
export function forgetListeners(): void {
  for (const value of Object.values(surroundings)) {
    if (typeof value === 'object' && 'clear' in value && 'fire' in value) value.clear();
  }
}

export function resetSurroundings(): void {
  forgetListeners();
  surroundings.alarms.clear();
  surroundings.allowed.clear();
  surroundings.notices.clear();
  surroundings.noticesShown.length = 0;
  surroundings.tabsOpened.length = 0;
  Object.assign(surroundings, {
    idle: 'active',
    hasButtons: true,
    areNoticesBroken: false,
    afterNotice: () => undefined,
    title: '',
    badgeColor: '',
  });
}

const notifications = gated({
  onClicked: surroundings.onNoticeClicked,
  onButtonClicked: surroundings.onButtonClicked,
  async create(id: string, notice: FakeNotice) {
    if (notice.buttons && !surroundings.hasButtons) throw new Error('Property "buttons" is unsupported');
    if (surroundings.areNoticesBroken) throw new Error('Unable to show it');
    surroundings.notices.set(id, notice);
    surroundings.noticesShown.push(id);
    surroundings.afterNotice();
    return id;
  },
  getAll: async () => Object.fromEntries(surroundings.notices),
  clear: async (id: string) => surroundings.notices.delete(id),
});

/** These parts of `browser`. */
export const fakeSurroundings = {
  alarms: gated({
    onAlarm: surroundings.onAlarm,
    create: (name: string, { when }: { when: number }) => void surroundings.alarms.set(name, when),
    clear: async (name: string) => surroundings.alarms.delete(name),
  }),
  idle: gated({
    onStateChanged: surroundings.onIdle,
    setDetectionInterval: () => undefined,
    queryState: async () => surroundings.idle,
  }),
  permissions: gated({
    onAdded: surroundings.onAllowed,
    onRemoved: surroundings.onTakenBack,
    contains: async ({ permissions }: { permissions: string[] }) =>
      permissions.every((each) => surroundings.allowed.has(each)),
  }),
  tabs: gated({
    async create({ url }: { url: string }) {
      surroundings.tabsOpened.push(url);
    },
  }),
  /** Absent until it is allowed, as in both browsers. */
  get notifications() {
    return surroundings.allowed.has('notifications') ? notifications : undefined;
  },
};
