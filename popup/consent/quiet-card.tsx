import type { Purpose } from '../../src/purposes.ts';
import { Icon, type IconName } from '../../src/ui/icon.tsx';

interface Props {
  purpose: Purpose;
  icon: IconName;
  title: string;
  text?: string;
  action: string;
  onAct(): void;
}

/** The place of something that the person has turned off: one line, and the way back. */
export function QuietCard({ purpose, icon, title, text, action, onAct }: Props) {
  return (
    <section class="quiet-card" data-purpose={purpose}>
      <span class="quiet-icon">
        <Icon name={icon} />
      </span>
      <div>
        <h2>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      <button type="button" class="button" onClick={onAct}>
        {action}
      </button>
    </section>
  );
}
