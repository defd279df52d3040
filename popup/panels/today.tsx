import { useReading } from '../data/use-reading.ts';
import type { Panel, PanelProps } from './panel.ts';

export const today: Panel = {
  name: 'today',
  title: 'panelToday',
  icon: 'home',
  purposes: [],
  View: Today,
};

function Today(props: PanelProps) {
  useReading('getInbox', props);
  useReading('getCalendar', props);
  useReading('getTasks', props);
  useReading('getFiles', props);
  return <div class="view" />;
}
