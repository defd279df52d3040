import { describePermission, type Permission } from '../../permissions.ts';
import { say, sayAll } from '../../words.ts';
import { CopyField } from '../copy-field.tsx';
import { ObstacleCard } from '../obstacle-card.tsx';
import type { Approval } from './use-approval.ts';

interface Props {
  approval: Approval;
  username: string;
}

/** The link for an administrator, and a text around it that is ready to be sent. */
export function ApprovalLetter({ approval, username }: Props) {
  switch (approval.kind) {
    case 'failed':
      return (
        <div class="approval-letter torn">
          <ObstacleCard obstacle={approval.obstacle} />
        </div>
      );
    case 'nobody':
      return (
        <p class="approval-letter torn" role="status">
          {say('nothingToSend')}
        </p>
      );
    case 'request': {
      const { link, permissions } = approval.request;
      const letter = [
        say('approvalSubject', username),
        say('approvalMessage', username, nameAll(permissions)),
        link,
      ].join('\n\n');
      return (
        <div class="approval-letter torn">
          <CopyField label={say('approvalText')} value={letter} rows={4} />
          <CopyField label={say('approvalLink')} value={link} rows={2} />
        </div>
      );
    }
  }
}

/** By the names in which an administrator finds them at Microsoft as well. */
function nameAll(permissions: readonly Permission[]): string {
  const names = permissions.map(
    (permission) => `${say(describePermission(permission).name)} (${permission})`,
  );
  return sayAll(names);
}
