import { READINGS } from '../../src/readings.ts';
import { say, sayCount } from '../../src/words.ts';
import { EditBarrier } from '../components/edit-barrier.tsx';
import { FarewellCard } from '../components/farewell-card.tsx';
import { GlanceLine } from '../components/glance-line.tsx';
import { StatusBar } from '../components/status-bar.tsx';
import { Barrier } from '../consent/barrier.tsx';
import { useReading } from '../data/use-reading.ts';
import { tasksToShow } from '../tasks/shown-tasks.ts';
import { Greeting } from '../today/greeting.tsx';
import { Offers } from '../today/offers.tsx';
import { Part } from '../today/part.tsx';
import { CardSkeleton, DaySkeleton } from '../today/skeletons.tsx';
import { summarise } from '../today/standing.ts';
import { TodayCalendar } from '../today/today-calendar.tsx';
import { TodayFiles } from '../today/today-files.tsx';
import { TodayMail } from '../today/today-mail.tsx';
import { TodayTasks } from '../today/today-tasks.tsx';
import { useNow } from '../use-now.ts';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** What matters now, a little of every panel; what it has no permission for is offered in a line. */
export function Today(props: PanelProps) {
  const { session, act, go, editing } = props;
  const { account, obstacle, farewell } = session;
  const now = useNow();
  const calendar = useReading('getCalendar', props);
  const mail = useReading('getInbox', props);
  const tasks = useReading('getTasks', props);
  const files = useReading('getFiles', props);
  const page = summarise({ calendar, mail, tasks, files });
  const { shared } = page;
  const isCovered = shared !== null;
  return (
    <div class="frame">
      {page.isLoading && page.data !== null && <progress class="progress" aria-hidden="true" />}
      {/* Longer than the popup before there is anything in it that the Tab key could come to. */}
      <div class="view today" tabIndex={page.data === null ? 0 : -1}>
        <Greeting now={now} />
        {farewell && !obstacle && !shared && <FarewellCard farewell={farewell} act={act} />}
        <Barrier
          session={session}
          purpose={shared?.purpose ?? READINGS.getCalendar.purpose}
          reply={shared && { kind: 'obstacle', obstacle: shared }}
          act={act}
          retry={page.reload}
        />
        <Part
          name="calendar"
          title={say('yourDay')}
          reading={calendar}
          isCovered={isCovered}
          skeleton={<DaySkeleton />}
        >
          {(events) => (
            <>
              <TodayCalendar events={events} now={now} />
              <GlanceLine watch="meetings" isOnlyHeld session={session} act={act} />
            </>
          )}
        </Part>
        <Part
          name="mail"
          title={say('panelMail')}
          reading={mail}
          isCovered={isCovered}
          skeleton={<CardSkeleton rows={3} />}
          aside={({ unread, messages }) =>
            unread !== null &&
            messages.length > 0 && (
              <button
                type="button"
                class="today-more today-unread"
                onClick={() => go({ panel: 'mail', message: null })}
              >
                {unread === 0 ? say('unreadNone') : sayCount('unreadCount', unread)}
              </button>
            )
          }
        >
          {(inbox) => (
            <TodayMail
              inbox={inbox}
              now={now}
              onOpen={(id) => go({ panel: 'mail', message: { accountId: account.id, id } })}
            />
          )}
        </Part>
        <EditBarrier session={session} act={act} editing={editing} changes={['tasks-change']} />
        <Part
          name="tasks"
          title={say('dueTitle')}
          reading={tasks}
          isCovered={isCovered}
          skeleton={<CardSkeleton rows={2} />}
        >
          {(found) => (
            <TodayTasks
              tasks={tasksToShow(found, null, editing, tasks.readAt ?? 0)}
              now={now}
              onTick={({ id, listId }, isDone) =>
                editing.make({ kind: 'finish-task', listId, taskId: id, isDone })
              }
              onMore={() => go({ panel: 'tasks' })}
            />
          )}
        </Part>
        <Part
          name="files"
          title={say('recentFiles')}
          reading={files}
          isCovered={isCovered}
          skeleton={<CardSkeleton rows={3} />}
        >
          {(found) => <TodayFiles files={found} now={now} />}
        </Part>
        <Offers offered={page.offered} isAll={page.offered.length === 4} go={go} />
      </div>
      <StatusBar reading={page} obstacle={page.beside} webApp={webApps(account.isPersonal).home} />
    </div>
  );
}
