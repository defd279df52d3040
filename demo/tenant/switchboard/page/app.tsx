import { useEffect, useMemo, useState } from 'preact/hooks';
import { createApi } from './api.ts';
import { BoardContext } from './board.ts';
import { NetworkCard } from './cards/network-card.tsx';
import { OrganisationCard } from './cards/organisation-card.tsx';
import { PersonCard } from './cards/person-card.tsx';
import { dropKey, takeKey } from './key.ts';
import { Locked } from './parts/locked.tsx';
import { Log } from './parts/log.tsx';
import { Standing } from './parts/standing.tsx';
import { Top } from './parts/top.tsx';
import { useSwitchboard } from './use-switchboard.ts';

/** The whole page: nothing but a hint without the key. */
export function App() {
  const [key, setKey] = useState(() => takeKey(window));
  useEffect(() => {
    // Another address of this page, with another key, was put into the address bar.
    const take = () => setKey(takeKey(window));
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return key === null ? <Locked /> : <Switchboard key={key} apiKey={key} />;
}

function Switchboard({ apiKey }: { apiKey: string }) {
  const api = useMemo(() => createApi(apiKey), [apiKey]);
  const { board, failure, marks } = useSwitchboard(api);
  const isLocked = failure?.isKeyWrong === true;
  useEffect(() => {
    if (isLocked) dropKey(window);
  }, [isLocked]);

  if (isLocked) return <Locked />;
  if (!board) return <Top clock={null} failure={failure} />;
  const { people, clock, log } = board.tenant;
  return (
    <BoardContext.Provider value={board}>
      <Top clock={clock} failure={failure} />
      <Standing />
      <div class="desk">
        <main class="cards">
          {people.map((person) => (
            <PersonCard key={person.key} person={person} />
          ))}
          <OrganisationCard />
          <NetworkCard />
        </main>
        <Log entries={log} marks={marks} people={people} />
      </div>
    </BoardContext.Provider>
  );
}
