import { useEffect, useRef } from 'preact/hooks';
import type { Purpose } from '../../src/purposes.ts';
import { Barrier } from '../consent/barrier.tsx';
import type { PanelProps } from '../panels/panel.ts';

interface Props extends Pick<PanelProps, 'session' | 'act' | 'editing'> {
  /** The changes that it speaks of. */
  changes: readonly Purpose[];
}

/** Why a change has not come about, and what can be done: nothing, as long as all is well. */
export function EditBarrier({ session, act, editing, changes }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const refusal = editing.refusal && changes.includes(editing.refusal.purpose) ? editing.refusal : null;
  const shown = refusal?.edit;
  useEffect(() => {
    if (shown) place.current?.scrollIntoView();
  }, [shown]);
  if (!refusal) return null;
  return (
    <div ref={place} class="edit-barrier" data-edit={refusal.edit.kind}>
      <Barrier
        session={session}
        purpose={refusal.purpose}
        reply={refusal.reply}
        act={act}
        retry={editing.retry}
        onLeave={editing.giveUp}
      />
    </div>
  );
}
