import type { MessageSummary } from './data/mail.ts';
import type { Edit } from './edits.ts';
import type { ReadingData, ReadingName } from './readings.ts';

type Apply = { [R in ReadingName]: (data: ReadingData<R>, edit: Edit) => ReadingData<R> };

/** What each reading looks like once a change is made; unchanged, the very same, where it does not touch it. */
const APPLY: Apply = {
  getProfile: (profile) => profile,
  getPresence: (presence, edit) =>
    edit.kind === 'set-presence' && edit.choice !== null ? { availability: edit.choice } : presence,
  getInbox(inbox, edit) {
    const messages = applyToMessages(inbox.messages, edit);
    if (messages === inbox.messages) return inbox;
    const gone = countUnread(inbox.messages) - countUnread(messages);
    return { ...inbox, messages, unread: inbox.unread === null ? null : Math.max(0, inbox.unread - gone) };
  },
  getCalendar: (events, edit) =>
    edit.kind === 'answer-event'
      ? events.map((event) => (event.id === edit.eventId ? { ...event, response: edit.answer } : event))
      : events,
  // One that has been added gets its id from Microsoft: the next reading brings it.
  getTasks: (tasks, edit) =>
    edit.kind === 'finish-task'
      ? {
          ...tasks,
          tasks: tasks.tasks.map((task) =>
            task.id === edit.taskId ? { ...task, isDone: edit.isDone } : task,
          ),
        }
      : tasks,
  getFiles: (files) => files,
};

/** What a reading looks like once a change is made. */
export function applyEdit<R extends ReadingName>(reading: R, data: ReadingData<R>, edit: Edit) {
  return APPLY[reading](data, edit);
}

/** Messages after a change; the very same list where it touches none of them. */
export function applyToMessages<M extends MessageSummary>(messages: M[], edit: Edit): M[] {
  switch (edit.kind) {
    case 'mark-message':
      return change(messages, edit.messageId, { isRead: edit.isRead });
    case 'flag-message':
      return change(messages, edit.messageId, { isFlagged: edit.isFlagged });
    case 'archive-message':
      return messages.some(({ id }) => id === edit.messageId)
        ? messages.filter(({ id }) => id !== edit.messageId)
        : messages;
    default:
      return messages;
  }
}

function change<M extends MessageSummary>(messages: M[], id: string, part: Partial<MessageSummary>): M[] {
  return messages.some((message) => message.id === id)
    ? messages.map((message) => (message.id === id ? { ...message, ...part } : message))
    : messages;
}

const countUnread = (messages: readonly MessageSummary[]) => messages.filter(({ isRead }) => !isRead).length;
