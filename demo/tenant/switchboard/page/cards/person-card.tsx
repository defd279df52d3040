import { accountSwitches, firstName } from '../account-levers.ts';
import { orders } from '../orders.ts';
import { AnswerWith } from '../parts/answer-with.tsx';
import { ConsentList } from '../parts/consent-list.tsx';
import { Group } from '../parts/group.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Person } from '../tenant-shape.ts';
import { useLever } from '../use-lever.ts';
import { SignIn } from './sign-in.tsx';

const kinds: Record<Person['kind'], string> = {
  member: 'Member',
  administrator: 'Administrator',
  personal: 'Personal account',
};

/** One person: how their account stands, and everything that can happen to it. */
export function PersonCard({ person }: { person: Person }) {
  const { key, name, kind, userPrincipalName, isSignedIn } = person;
  const who = firstName(person);
  const initials = name.split(' ').map((part) => part.charAt(0));
  return (
    <article class="card" aria-labelledby={`person-${key}`}>
      <header class="card-head">
        <span class="avatar" aria-hidden="true">
          {initials}
        </span>
        <div>
          <div class="card-name">
            <h2 id={`person-${key}`}>{name}</h2>
            <p class={isSignedIn ? 'chip chip-on' : 'chip'}>
              {isSignedIn ? 'Signed in in a browser' : 'Not signed in'}
            </p>
          </div>
          <p class="quiet">
            {kinds[kind]} · <span class="address">{userPrincipalName}</span>
          </p>
        </div>
      </header>
      <Account person={person} />
      <SignIn personKey={key} who={who} />
      <OwnConsents person={person} />
      <AnswerWith
        title="Answer the next token requests with…"
        personKey={key}
        who={who}
        answers={person.answerWith}
      />
    </article>
  );
}

function Account({ person }: { person: Person }) {
  const lever = useLever();
  return (
    <Group title="Account" lever={lever}>
      <div class="switches">
        {accountSwitches.map(({ lever: name, label, aadsts, usually, isOn, says }) => (
          <Switch
            key={name}
            label={label}
            hint={usually ? `off: ${aadsts}` : `${aadsts}`}
            isOn={isOn(person)}
            isUsual={isOn(person) === usually}
            onFlip={(on) =>
              lever.pull(
                orders.flip(person.key, name, on),
                `${firstName(person)} ${on ? says.on : says.off}.`,
              )
            }
          />
        ))}
      </div>
    </Group>
  );
}

function OwnConsents({ person }: { person: Person }) {
  const lever = useLever();
  const { own, organisation } = person.consents;
  const who = firstName(person);
  return (
    <ConsentList
      title="Consents"
      lever={lever}
      scopes={own}
      owner={person.name}
      empty={`${who} has agreed to nothing so far.`}
      onRevoke={(scopes) =>
        lever.pull(
          orders.revokeConsent(person.key, scopes),
          `${who} has no consent to ${scopes ? scopes.join(', ') : 'anything'} any more.`,
        )
      }
    >
      {organisation.length > 0 && (
        <p class="fine">
          And for the whole organisation: <span class="scopes">{organisation.join(', ')}</span>
        </p>
      )}
    </ConsentList>
  );
}
