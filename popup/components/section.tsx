import type { ComponentChildren } from 'preact';

interface Props {
  title: ComponentChildren;
  /** At the end of the heading: a count, a way to more. */
  aside?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

/** A part of a panel under a heading of its own. */
export function Section({ title, aside, children, class: name = '' }: Props) {
  return (
    <section class={`section ${name}`}>
      <header class="section-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
