import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

interface Props {
  /** For whoever brings the focus back here. */
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onType(text: string): void;
}

/** Where one types who is looked for. It takes the focus, but not from somebody who goes through the tabs by keyboard. */
export function SearchField({ field, text, onType }: Props) {
  useEffect(() => {
    if (!document.activeElement?.matches('[role=tab]:focus-visible')) field.current?.focus();
  }, []);
  return (
    <label class="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        class="people-search"
        value={text}
        maxLength={200}
        placeholder={say('searchPeopleHere')}
        aria-label={say('searchPeople')}
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
