import { useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  verb: string;
  /** What stands in the field at first. */
  usual: number;
  /** What is set, in seconds. */
  current: number | null;
  onSet(seconds: number | null): void;
}

/** A number of seconds that is set or put back. */
export function Amount({ label, verb, usual, current, onSet }: Props) {
  const [text, setText] = useState(String(usual));
  const id = useId();
  const seconds = Number(text);
  const isUsable = text !== '' && Number.isFinite(seconds) && seconds >= 0;
  return (
    <div class={current === null ? 'amount' : 'amount amount-set'}>
      <label for={id}>{label}</label>
      <span class="seconds">
        <input
          id={id}
          type="number"
          min="0"
          step="1"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isUsable) onSet(seconds);
          }}
        />
        s
      </span>
      <button
        type="button"
        aria-label={`${verb}: ${label}`}
        disabled={!isUsable}
        onClick={() => onSet(seconds)}
      >
        {verb}
      </button>
      {current !== null && (
        <button type="button" aria-label={`Put back: ${verb}, ${label}`} onClick={() => onSet(null)}>
          Put back ({current} s)
        </button>
      )}
    </div>
  );
}
