import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

interface Props {
  text: string;
  onText(text: string): void;
}

/** As long as the background takes it. */
const LONGEST = 200;

/** Where one types what a file is called; Escape empties it. */
export function SearchField({ text, onText }: Props) {
  return (
    <label class="search-field">
      <Icon name="search" />
      <input
        type="search"
        class="file-search"
        value={text}
        maxLength={LONGEST}
        placeholder={say('filesSearch')}
        aria-label={say('filesSearch')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          // Otherwise the browser closes the popup.
          event.preventDefault();
          onText('');
        }}
      />
    </label>
  );
}
