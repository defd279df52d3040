import { useState } from 'preact/hooks';

interface Props {
  label: string;
  /** What it leads to, in short. */
  hint?: string;
  isOn: boolean;
  isUsual: boolean;
  onFlip(on: boolean): Promise<void>;
}

/** A switch that moves at once, and back if the tenant refuses. */
export function Switch({ label, hint, isOn, isUsual, onFlip }: Props) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const flip = async (on: boolean) => {
    setWanted(on);
    await onFlip(on);
    setWanted(null);
  };
  return (
    <label class={isUsual ? 'switch' : 'switch switch-set'}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked.
        role="switch"
        checked={wanted ?? isOn}
        onChange={(event) => flip(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
