/** The icons in use; `styles/icons.css` draws each from Fluent's set. */
export type IconName =
  | 'person'
  | 'contact-card'
  | 'key'
  | 'mail'
  | 'mail-open'
  | 'mail-read'
  | 'mail-unread'
  | 'calendar'
  | 'building'
  | 'location'
  | 'shield'
  | 'sign-out'
  | 'info'
  | 'warning'
  | 'error'
  | 'dismiss'
  | 'copy'
  | 'check'
  | 'can'
  | 'cannot'
  | 'window'
  | 'open'
  | 'back'
  | 'flag'
  | 'attachment'
  | 'pause'
  | 'refresh'
  | 'home'
  | 'tasks'
  | 'folder'
  | 'people'
  | 'document'
  | 'image'
  | 'video'
  | 'audio'
  | 'search'
  | 'link'
  | 'chevron-down'
  | 'star'
  | 'add'
  | 'chat'
  | 'flag-outline'
  | 'archive'
  | 'previous'
  | 'next'
  | 'more';

interface Props {
  name: IconName;
}

/** A drawing beside words that say the same, so it has no name of its own. */
export function Icon({ name }: Props) {
  return <Drawing class={`icon-${name}`} />;
}

/** The place of one, which its class draws. */
export function Drawing({ class: name }: { class: string }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path />
    </svg>
  );
}
