import { Icon } from '../../src/ui/icon.tsx';

interface Props {
  /** Of the field itself. */
  class: string;
  text: string;
  label: string;
  onType(text: string): void;
}

/** As long as the background takes it. */
const LONGEST = 200;

/** Where one types what is looked for; Escape empties it. */
export function SearchField({ class: name, text, label, onType }: Props) {
  return (
    <label class="search-field">
      <Icon name="search" />
      <input
        type="search"
        class={name}
        value={text}
        maxLength={LONGEST}
        placeholder={label}
        aria-label={label}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onType(event.currentTarget.value)}
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
