import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Lever, Outcome } from '../use-lever.ts';

interface Props {
  title: string;
  lever: Lever;
  /** Beside the heading, for what concerns all of it. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** Levers that belong together, under a heading that also says what came of the last one. */
export function Group({ title, lever: { outcome }, action, children }: Props) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone with what it put back: the keyboard goes on from here.
    if (outcome && document.activeElement === document.body) section.current?.focus({ preventScroll: true });
  }, [outcome]);
  return (
    <section class="group" aria-labelledby={id} ref={section} tabIndex={-1}>
      <div class="group-head">
        <h3 id={id}>{title}</h3>
        {action}
        <OutcomeLine outcome={outcome} />
      </div>
      {children}
    </section>
  );
}

export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  return (
    <p class={outcome?.isDone === false ? 'outcome outcome-failed' : 'outcome'} role="status">
      {outcome?.text}
      {outcome?.value && <code>{outcome.value}</code>}
    </p>
  );
}
