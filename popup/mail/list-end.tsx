import { presentObstacle } from '../../src/obstacles.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { MailList } from './use-mail-list.ts';

/** What stands below the last message: that more are coming, why they are not, or that there are no more. */
export function ListEnd({ list: { isWhole, failure, retry } }: { list: MailList }) {
  if (failure) {
    return (
      <p class="list-end list-end-trouble" role="status" data-reason={failure.reason}>
        <Icon name="warning" />
        <span>{say(presentObstacle(failure.reason).title)}</span>
        <button type="button" class="button button-quiet list-retry" onClick={retry}>
          {say('tryAgain')}
        </button>
      </p>
    );
  }
  if (isWhole) return <p class="list-end">{say('inboxEnd')}</p>;
  return (
    <p class="list-end">
      <span class="skeleton skeleton-bar" />
      <span class="visually-hidden">{say('loading')}</span>
    </p>
  );
}
