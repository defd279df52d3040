import { useEffect, useState } from 'preact/hooks';
import { toAppError } from '../../src/errors.ts';
import { type Obstacle, toObstacle } from '../../src/obstacles.ts';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import { say } from '../../src/words.ts';
import type { Panel, PanelProps } from '../panels/panel.ts';
import { loadView, viewOf } from '../panels/views.ts';

interface Props extends PanelProps {
  panel: Panel;
}

/** The inside of a panel, which may have to be loaded first. */
export function PanelView({ panel, ...given }: Props) {
  const [View, setView] = useState(() => viewOf(panel));
  const [failure, setFailure] = useState<Obstacle | null>(null);
  const load = () => {
    setFailure(null);
    loadView(panel).then(
      (view) => setView(() => view),
      (thrown) => setFailure(toObstacle(toAppError(thrown))),
    );
  };
  useEffect(() => {
    if (!View) load();
  }, []);
  if (View) return <View {...given} />;
  return failure && <ObstacleCard obstacle={failure} offers={[{ label: say('tryAgain'), run: load }]} />;
}
