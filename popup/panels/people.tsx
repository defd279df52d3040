import type { Panel, PanelProps } from './panel.ts';

export const people: Panel = {
  name: 'people',
  title: 'panelPeople',
  icon: 'people',
  purposes: ['people', 'people-near', 'people-presence'],
  View: People,
};

function People(_: PanelProps) {
  return <div class="view" />;
}
