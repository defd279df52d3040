import type { Account } from '../../src/contract.ts';
import type { Colleague } from '../../src/data/people.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { PresenceDot } from '../components/presence-dot.tsx';
import { Row } from '../components/row.tsx';
import { Marked } from './marked.tsx';
import { PersonActions } from './person-actions.tsx';

interface Props {
  person: Colleague;
  typed: string;
  account: Account;
}

/** Somebody who was found: their picture, who they are, and the ways to them. */
export function PersonRow({ person, typed, account }: Props) {
  const { name, photo, availability, jobTitle, department, mail } = person;
  const roles = [jobTitle, department].filter((role) => role !== null);
  return (
    <Row
      class="person-row"
      lead={
        <>
          <Avatar name={name} photo={photo} />
          {availability && <PresenceDot availability={availability} />}
        </>
      }
      title={<Marked text={name} typed={typed} />}
      detail={roles.length > 0 ? roles.join(' · ') : mail && <Marked text={mail} typed={typed} />}
      actions={mail && <PersonActions name={name} address={mail} account={account} />}
    />
  );
}
