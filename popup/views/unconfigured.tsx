import { CopyField } from '../../src/ui/copy-field.tsx';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import { say } from '../../src/words.ts';

interface Props {
  redirectUri: string;
}

/** A build without a client id: says so, and what its developer needs to make one with. */
export function Unconfigured({ redirectUri }: Props) {
  return (
    <div class="view">
      <ObstacleCard obstacle={{ reason: 'not-configured' }} />
      <CopyField label={say('redirectUri')} value={redirectUri} />
      <CopyField label={say('buildCommand')} value="LANYARD_CLIENT_ID=… npm run build" />
    </div>
  );
}
