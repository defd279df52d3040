import type { Account } from '../../src/contract.ts';
import type { Profile } from '../../src/data/profile.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { Breakable } from '../../src/ui/breakable.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { Badge } from './badge.tsx';

interface Props {
  /** What is known without asking Graph. */
  account: Account;
  profile: Profile | null;
  isLoading: boolean;
  /** See `Badge`. */
  isFlat: boolean;
}

/** The person on their badge: photo, name, job title, mail, place. */
export function ProfileBadge({ account, profile, isLoading, isFlat }: Props) {
  const name = profile?.name ?? account.name;
  return (
    <Badge isFlat={isFlat}>
      {isLoading ? <span class="avatar skeleton" /> : <Avatar name={name} photo={profile?.photo ?? null} />}
      <h2 class="name">
        <bdi>{name}</bdi>
      </h2>
      <p class="job-title">
        {isLoading ? <span class="skeleton skeleton-line" /> : <bdi>{profile?.jobTitle}</bdi>}
      </p>
      <ul class="facts">
        <Fact icon="mail" text={profile?.mail ?? account.username} />
        {profile?.officeLocation && <Fact icon="building" text={profile.officeLocation} />}
      </ul>
    </Badge>
  );
}

function Fact({ icon, text }: { icon: IconName; text: string }) {
  return (
    <li>
      <Icon name={icon} />
      <bdi title={text}>
        <Breakable text={text} />
      </bdi>
    </li>
  );
}
