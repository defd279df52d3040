import type { RefObject } from 'preact';
import { Icon } from '../../src/ui/icon.tsx';

interface Props {
  /** Of the field itself. */
  class: string;
  text: string;
  label: string;
  /** In the empty field; the label, if it is not given. */
  hint?: string;
  /** For whoever brings the focus here. */
  field?: RefObject<HTMLInputElement | null>;
  onType(text: string): void;
}

/** As long as the background takes it. */
const LONGEST = 200;

/** Where one types what is looked for; Escape empties it. */
export function SearchField({ class: name, text, label, hint = label, field, onType }: Props) {
  return (
    <label class="search-field">
      <Icon name="search" />
      <input
        ref={field ?? null}
        type="search"
        class={name}
        value={text}
        maxLength={LONGEST}
        placeholder={hint}
        aria-label={label}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          // Otherwise the browser closes the popup.
          event.preventDefault();
          onType('');
        }}
      />
    </label>
  );
}
