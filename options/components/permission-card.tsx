import { describePermission, type Permission } from '../../src/permissions.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import type { Row, State } from '../standing.ts';
import { Facts } from './facts.tsx';
import { PauseButton, type PauseSwitch } from './pause-button.tsx';
import { Sign, type SignName } from './sign.tsx';
import { StateChip } from './state-chip.tsx';

interface Props {
  row: Row;
  now: number;
  setPaused: PauseSwitch | undefined;
}

/** What a permission is about, at a glance. */
export const ABOUT: Record<Permission, SignName> = {
  'User.Read': 'person',
  'Mail.ReadBasic': 'mail',
  'Mail.Read': 'mail',
  'Mail.ReadWrite': 'mail',
  'Calendars.ReadBasic': 'calendar',
  'Calendars.ReadWrite': 'calendar',
  'Tasks.Read': 'tasks',
  'Tasks.ReadWrite': 'tasks',
  'Files.Read': 'folder',
  'User.ReadBasic.All': 'people',
  'People.Read': 'people',
  'Presence.Read': 'presence',
  'Presence.ReadWrite': 'presence',
  'Presence.Read.All': 'people',
};

/** What follows from where it stands, where that does not go without saying. */
const NOTES: Partial<Record<State, WordKey>> = {
  paused: 'notePaused',
  'taken-back': 'noteTakenBack',
  waiting: 'noteWaiting',
};

/** One permission: in words, by its scope, where it stands, what is on record, and the switch. */
export function PermissionCard({ row, now, setPaused }: Props) {
  const { permission, state } = row;
  const { name, lets, not } = describePermission(permission);
  const note = NOTES[state];
  return (
    <li class="permission" data-permission={permission} data-state={state}>
      <span class="medallion">
        <Sign name={ABOUT[permission]} />
      </span>
      <div class="permission-name">
        <h3>{say(name)}</h3>
        <code>{permission}</code>
      </div>
      <div class="permission-state">
        <StateChip state={state} />
        {setPaused && <PauseButton permission={permission} state={state} setPaused={setPaused} />}
      </div>
      <ul class="means">
        <li class="lets">
          <Icon name="check" />
          <span>{say(lets)}</span>
        </li>
        <li class="not">
          <Sign name="no" />
          <span>{say(not)}</span>
        </li>
      </ul>
      <Facts row={row} now={now} />
      {note && <p class="permission-note">{say(note)}</p>}
    </li>
  );
}
