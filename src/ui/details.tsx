import type { Obstacle } from '../obstacles.ts';
import { say } from '../words.ts';
import { useCopy } from './copy-field.tsx';
import { Icon } from './icon.tsx';
import { dateFormat } from './times.ts';

interface Props {
  obstacle: Obstacle;
}

/** What support needs to find it in Microsoft's logs, folded away behind its code; nothing where there is none. */
export function Details({ obstacle }: Props) {
  const { detail, incident } = obstacle;
  const lines = linesOf(obstacle);
  const { isCopied, copy } = useCopy(lines.map(({ label, plain }) => `${label}: ${plain}`).join('\n'));
  if (!detail && !incident?.correlationId && !incident?.traceId) return null;
  return (
    <details class="details">
      <summary>
        {say('details')}
        {detail && <code>{detail}</code>}
      </summary>
      <dl>
        {lines.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button copy-details" onClick={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} />
        {say(isCopied ? 'copied' : 'copyDetails')}
      </button>
    </details>
  );
}

/** The time as the person reads it, and as a log has it. */
function linesOf({ detail, incident }: Obstacle): { label: string; shown: string; plain: string }[] {
  const at = incident ? new Date(incident.at) : null;
  const format = dateFormat({ dateStyle: 'medium', timeStyle: 'long' });
  const line = (label: string, shown: string | undefined, plain = shown) =>
    shown && plain ? [{ label, shown, plain }] : [];
  return [
    ...line(say('detailCode'), detail),
    ...line(say('detailCorrelation'), incident?.correlationId),
    ...line(say('detailTrace'), incident?.traceId),
    ...line(say('detailTime'), at ? format.format(at) : undefined, at?.toISOString()),
  ];
}
