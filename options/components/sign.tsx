import { Drawing } from '../../src/ui/icon.tsx';

/** The signs of this page beside the icons that all pages have; `styles/signs.css` draws each from Fluent's set. */
export type SignName =
  | 'person'
  | 'mail'
  | 'calendar'
  | 'tasks'
  | 'folder'
  | 'people'
  | 'presence'
  | 'check'
  | 'part'
  | 'pause'
  | 'play'
  | 'taken-back'
  | 'waiting'
  | 'no'
  | 'later'
  | 'question'
  | 'open';

interface Props {
  name: SignName;
}

/** A drawing beside words that say the same, so it has no name of its own. */
export function Sign({ name }: Props) {
  return <Drawing class={`sign-${name}`} />;
}
