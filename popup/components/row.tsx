import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** An avatar, an icon or a box to tick: what the row begins with. */
  lead: ComponentChildren;
  title: ComponentChildren;
  /** At the end of the first line: mostly a time. */
  aside?: ComponentChildren;
  detail?: ComponentChildren;
  /** Small signs at the end of the second line. */
  marks?: ComponentChildren;
  isStrong?: boolean;
  /** What a click does, or where it leads (https). With neither, the row is only read. */
  onClick?: () => void;
  href?: string;
  /** Whether the focus comes back here. */
  hasFocus?: boolean;
  /** Buttons of its own, shown when the row is pointed at or has the focus in it. */
  actions?: ComponentChildren;
  class?: string;
}

/** One thing in a list: two lines of text behind a picture, the same in every panel. */
export function Row(props: Props) {
  const { onClick, href, hasFocus = false, actions } = props;
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (hasFocus) main.current?.focus();
  }, [hasFocus]);
  const setMain = (element: HTMLElement | null) => {
    main.current = element;
  };
  const text = <RowText {...props} />;
  return (
    <div class={`row ${props.isStrong ? 'row-strong' : ''} ${props.class ?? ''}`}>
      {href ? (
        <a ref={setMain} class="row-main" href={href} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      ) : onClick ? (
        <button ref={setMain} type="button" class="row-main" onClick={onClick}>
          {text}
        </button>
      ) : (
        <div class="row-main">{text}</div>
      )}
      {actions && <div class="row-actions">{actions}</div>}
    </div>
  );
}

function RowText({ lead, title, aside, detail, marks }: Props) {
  return (
    <>
      <span class="row-lead">{lead}</span>
      <span class="row-line row-title">
        <bdi>{title}</bdi>
        {aside && <span class="row-aside">{aside}</span>}
      </span>
      {(detail || marks) && (
        <span class="row-line row-detail">
          <bdi>{detail}</bdi>
          {marks}
        </span>
      )}
    </>
  );
}
