import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import type { Panel, PanelProps } from './panel.ts';

export const tasks: Panel = {
  name: 'tasks',
  title: 'panelTasks',
  icon: 'tasks',
  purposes: ['tasks', 'tasks-change'],
  View: Tasks,
};

function Tasks(props: PanelProps) {
  const reading = useReading('getTasks', props);
  return (
    <PanelFrame {...props} reading={reading} purpose="tasks" changes={['tasks-change']}>
      {({ tasks: found }) => <p>{found.length}</p>}
    </PanelFrame>
  );
}
