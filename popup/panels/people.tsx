import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { say } from '../../src/words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { RowsSkeleton } from '../components/rows-skeleton.tsx';
import { SearchField } from '../components/search-field.tsx';
import { PeopleFound } from '../people/people-found.tsx';
import { PresencePrompt } from '../people/presence-prompt.tsx';
import { usePeopleSearch } from '../people/use-people-search.ts';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** A search for people, and the ways to those who were found. */
export function People(props: PanelProps) {
  const { session, act } = props;
  const { account, revision } = session;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  // Not from somebody who goes through the tabs by keyboard. In the same turn as the drawing, so that what is typed
  // right after the shortcut is not lost.
  useLayoutEffect(() => {
    if (!document.activeElement?.matches('[role=tab]:focus-visible')) field.current?.focus();
  }, []);
  const { reading, shownFor, isStale, isSearching } = usePeopleSearch(account.id, revision, typed);
  const { people: webApp } = webApps(account.isPersonal);
  const mayNotSearch = isAboutConsent(reading.obstacle);
  // Nobody's presence is of any use to a personal account, nor before one may search.
  const presence = !account.isPersonal && reading.reply?.kind === 'ready' && (
    <PresencePrompt session={session} act={act} />
  );
  return (
    <PanelFrame
      {...props}
      // The button that asks again goes away with what it is about, and the focus is not to go with it.
      reading={{
        ...reading,
        reload() {
          reading.reload();
          field.current?.focus();
        },
      }}
      purpose={account.isPersonal ? 'people-near' : 'people'}
      {...(webApp ? { webApp } : {})}
      toolbar={
        !mayNotSearch && (
          <SearchField
            class="people-search"
            field={field}
            text={typed}
            label={say('searchPeople')}
            hint={say('searchPeopleHere')}
            onType={setTyped}
          />
        )
      }
      skeleton={
        isSearching ? (
          <RowsSkeleton />
        ) : (
          <>
            <EmptyState
              icon="people"
              title={account.isPersonal ? 'peopleNearHintTitle' : 'peopleHintTitle'}
              text={account.isPersonal ? 'peopleNearHintText' : 'peopleHintText'}
            />
            {presence}
          </>
        )
      }
    >
      {(found) => (
        <>
          <PeopleFound people={found} typed={shownFor} isStale={isStale} account={account} />
          {found.length > 0 && presence}
        </>
      )}
    </PanelFrame>
  );
}
