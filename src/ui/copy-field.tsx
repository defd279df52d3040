import { useState } from 'preact/hooks';
import { say } from '../words.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  value: string;
}

/** A value that is needed elsewhere, with a button that copies it. */
export function CopyField({ label, value }: Props) {
  const [isCopied, setCopied] = useState(false);
  // Where the browser refuses, the value still stands there to be selected.
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="copy-field">
      <span class="copy-label">{label}</span>
      <code>{value}</code>
      <button
        type="button"
        class="button button-icon"
        aria-label={`${say(isCopied ? 'copied' : 'copy')}: ${label}`}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
    </div>
  );
}
