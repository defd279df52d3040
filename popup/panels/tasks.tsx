import { useState } from 'preact/hooks';
import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import { ListChoice } from '../tasks/list-choice.tsx';
import { tasksToShow } from '../tasks/shown-tasks.ts';
import { TaskAdd } from '../tasks/task-add.tsx';
import { TaskGroups } from '../tasks/task-groups.tsx';
import { TasksSkeleton } from '../tasks/tasks-skeleton.tsx';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** What is to be done, by when it is due; and a field for more. */
export function Tasks(props: PanelProps) {
  const { session, place, editing } = props;
  const reading = useReading('getTasks', props);
  const [chosenList, setChosenList] = useState<string | null>(null);
  const lists = reading.data?.lists ?? [];
  const list = lists.some(({ id }) => id === chosenList) ? chosenList : null;
  return (
    <PanelFrame
      {...props}
      reading={reading}
      purpose="tasks"
      changes={['tasks-change']}
      webApp={webApps(session.account.isPersonal).tasks}
      skeleton={<TasksSkeleton />}
      toolbar={
        reading.data && (
          <TaskAdd accountId={session.account.id} place={place} editing={editing}>
            <ListChoice lists={lists} chosen={list} onChoose={setChosenList} />
          </TaskAdd>
        )
      }
    >
      {(data) => (
        <TaskGroups
          lists={data.lists}
          tasks={tasksToShow(data, list, editing, reading.readAt ?? 0)}
          isFiltered={list !== null}
          onTick={({ id, listId }, isDone) =>
            editing.make({ kind: 'finish-task', listId, taskId: id, isDone })
          }
        />
      )}
    </PanelFrame>
  );
}
