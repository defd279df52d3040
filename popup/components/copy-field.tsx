import { useState } from 'preact/hooks';
import { say } from '../../src/words.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  value: string;
}

/** A value that is needed elsewhere, with a button that copies it. */
export function CopyField({ label, value }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div class="copy-field">
      <span class="copy-label">{label}</span>
      <code>{value}</code>
      <button
        type="button"
        class="button button-icon"
        aria-label={`${say(isCopied ? 'copied' : 'copy')}: ${label}`}
        onClick={() => void copy()}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
    </div>
  );
}
