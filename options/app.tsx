import { useSession } from '../src/ui/use-session.ts';
import { say } from '../src/words.ts';
import { View } from './views/view.tsx';

/** The Permissions page: the name of the thing, what the page is for, and what stands in the ledgers. */
export function App() {
  return (
    <>
      <header class="top">
        <img src="../icons/icon-48.png" width="24" height="24" alt="" />
        <span>{say('appName')}</span>
      </header>
      <main class="page">
        <div class="headline">
          <h1>{say('permissions')}</h1>
          <p class="lead">{say('permissionsLead')}</p>
        </div>
        <View {...useSession()} />
      </main>
    </>
  );
}
