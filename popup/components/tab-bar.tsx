import { useRef } from 'preact/hooks';
import type { Obstacle } from '../../src/obstacles.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { concerns, type Panel } from '../panels/panel.ts';
import { tabAfter } from '../tab-keys.ts';

interface Props {
  panels: readonly Panel[];
  chosen: Panel;
  /** Marks the tab behind which it is shown. */
  obstacle: Obstacle | undefined;
  onChoose(name: string): void;
}

export const tabId = ({ name }: Panel) => `tab-${name}`;
export const panelId = ({ name }: Panel) => `panel-${name}`;

/** A picture and a name for each panel, the one that is shown underlined; a dot where something waits to be read. */
export function TabBar({ panels, chosen, obstacle, onChoose }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // With Alt, the arrows go back and forth in a tab's history.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const name = tabAfter(
      panels.map((panel) => panel.name),
      chosen.name,
      event.key,
      document.documentElement.dir === 'rtl',
    );
    if (name === null) return;
    event.preventDefault();
    onChoose(name);
    bar.current?.querySelector<HTMLElement>(`[data-panel="${name}"]`)?.focus();
  };
  return (
    <div ref={bar} class="tabs" role="tablist" aria-label={say('panels')} onKeyDown={onKeyDown}>
      {panels.map((panel) => {
        const isChosen = panel === chosen;
        const isMarked = !isChosen && obstacle?.purpose !== undefined && concerns(panel, obstacle);
        return (
          <button
            key={panel.name}
            id={tabId(panel)}
            type="button"
            role="tab"
            class={isMarked ? 'tab tab-marked' : 'tab'}
            data-panel={panel.name}
            aria-selected={isChosen}
            aria-controls={panelId(panel)}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChoose(panel.name)}
          >
            <Icon name={panel.icon} />
            <span class="tab-name" data-name={say(panel.title)}>
              {say(panel.title)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
