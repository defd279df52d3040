import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import type { Panel, PanelProps } from './panel.ts';

export const files: Panel = {
  name: 'files',
  title: 'panelFiles',
  icon: 'folder',
  purposes: ['files'],
  View: Files,
};

function Files(props: PanelProps) {
  const reading = useReading('getFiles', props);
  return (
    <PanelFrame {...props} reading={reading} purpose="files">
      {({ items }) => <p>{items.length}</p>}
    </PanelFrame>
  );
}
