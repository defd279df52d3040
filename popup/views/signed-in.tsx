import type { Act } from '../../src/ui/use-session.ts';
import { panelId, TabBar, tabId } from '../components/tab-bar.tsx';
import { PANELS, panelCalled } from '../panels/index.ts';
import { type SignedInSession, sessionFor } from '../panels/panel.ts';
import type { Go, Place } from '../use-place.ts';

interface Props {
  session: SignedInSession;
  act: Act;
  place: Place;
  go: Go;
}

/** Somebody is signed in: a tab for each thing that Lanyard shows, and one panel at a time. */
export function SignedIn({ session, act, place, go }: Props) {
  const chosen = panelCalled(place.panel);
  const { View } = chosen;
  return (
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
          {panel === chosen && <View session={sessionFor(chosen, session)} act={act} place={place} go={go} />}
        </div>
      ))}
    </div>
  );
}
