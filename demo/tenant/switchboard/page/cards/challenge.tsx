import { useState } from 'preact/hooks';
import { type Challenge as Chosen, orders } from '../orders.ts';
import type { Lever } from '../use-lever.ts';

const kinds: readonly (Chosen & { label: string })[] = [
  { status: 401, shape: 'single', label: '401, as usual' },
  { status: 401, shape: 'several-schemes', label: '401, several schemes' },
  { status: 401, shape: 'unpadded', label: '401, base64 unpadded' },
  { status: 401, shape: 'no-claims', label: '401, without claims' },
  { status: 403, shape: 'single', label: '403' },
];

interface Props {
  personKey: string;
  who: string;
  lever: Lever;
}

/** Graph turns down the tokens that a person's Lanyard has, and asks for newer ones. */
export function Challenge({ personKey, who, lever }: Props) {
  const [index, setIndex] = useState(0);
  const challenge = () => {
    const kind = kinds[index];
    if (!kind) return;
    void lever.pull(orders.challenge(personKey, kind), `${who}: Graph challenges the next call.`);
  };
  return (
    <div class="row">
      <button type="button" onClick={challenge}>
        Challenge the next Graph call
      </button>
      <select
        aria-label="How Graph challenges"
        value={index}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
      >
        {kinds.map(({ label }, each) => (
          <option key={label} value={each}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
