import { useEffect, useMemo } from 'preact/hooks';
import type { Act } from '../../src/ui/use-session.ts';
import { AccountBar } from '../components/account-bar.tsx';
import { Brand } from '../components/brand.tsx';
import { PanelView } from '../components/panel-view.tsx';
import { panelId, TabBar, tabId } from '../components/tab-bar.tsx';
import { createReadingStore, type ReadingStore } from '../data/reading-store.ts';
import { useEditing } from '../data/use-editing.ts';
import { PANELS, panelCalled } from '../panels/index.ts';
import { type SignedInSession, sessionFor } from '../panels/panel.ts';
import { loadAllViews } from '../panels/views.ts';
import type { Go, Place } from '../use-place.ts';

interface Props {
  session: SignedInSession;
  act: Act;
  place: Place;
  go: Go;
  /** What is known of this account already. */
  store: ReadingStore | null;
}

/** Somebody is signed in: a tab for each thing that Lanyard shows, and one panel at a time. */
export function SignedIn({ session, act, place, go, store: known }: Props) {
  const { account, revision } = session;
  const store = useMemo(() => known ?? createReadingStore(account.id), [account.id]);
  const editing = useEditing({ accountId: account.id, revision, place, go, store });
  const chosen = panelCalled(place.panel);
  useEffect(loadAllViews, []);
  const given = { act, place, go, store, editing };
  return (
    <>
      <Brand>
        <AccountBar {...given} session={session} />
      </Brand>
      <main>
        <div class="signed-in">
          <TabBar
            panels={PANELS}
            chosen={chosen}
            obstacle={session.obstacle}
            onChoose={(panel) => go({ panel })}
          />
          {PANELS.map((panel) => (
            <div
              key={panel.name}
              id={panelId(panel)}
              class="panel"
              role="tabpanel"
              aria-labelledby={tabId(panel)}
              hidden={panel !== chosen}
            >
              {panel === chosen && (
                <PanelView {...given} panel={panel} session={sessionFor(panel, session)} />
              )}
            </div>
          ))}
        </div>
      </main>
    </>
  );
}
