import type { ComponentChildren } from 'preact';

interface Props {
  /** Lies flat and small, to leave room for something else. */
  isFlat?: boolean;
  children: ComponentChildren;
}

/** A card that hangs from a lanyard: what Lanyard has to show about the person goes on it. */
export function Badge({ isFlat = false, children }: Props) {
  if (isFlat) return <section class="badge badge-flat">{children}</section>;
  return (
    <section class="badge">
      <svg class="strap" viewBox="0 0 120 44" aria-hidden="true">
        <path class="strap-back" d="M 92 0 L 60 34" />
        <path class="strap-front" d="M 28 0 L 60 34" />
        <rect class="clip" x="52" y="26" width="16" height="18" rx="4" />
      </svg>
      {children}
    </section>
  );
}
