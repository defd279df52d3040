import { useId } from 'preact/hooks';
import { useBoard } from '../board.ts';
import { orders } from '../orders.ts';
import { AnswerWith } from '../parts/answer-with.tsx';
import { ConsentList } from '../parts/consent-list.tsx';
import { Group } from '../parts/group.tsx';
import { policyNames } from '../standing.ts';
import type { Policy } from '../tenant-shape.ts';
import { useLever } from '../use-lever.ts';
import { GrantForEverybody } from './grant-for-everybody.tsx';

const policies: readonly { policy: Policy; hint: string }[] = [
  { policy: 'person', hint: 'to all but what always needs an administrator' },
  { policy: 'default', hint: 'mail, calendars and the like are left to administrators' },
  { policy: 'administrator', hint: 'nobody else may consent to anything of Graph’s' },
];

/** What holds for everybody: who may consent, and what an administrator has consented to. */
export function OrganisationCard() {
  const { tenant } = useBoard();
  return (
    <article class="card" aria-labelledby="organisation">
      <header class="card-head">
        <div>
          <h2 id="organisation">Organisation</h2>
          <p class="quiet">Personal accounts are in no organisation.</p>
        </div>
      </header>
      <ConsentPolicy policy={tenant.consentPolicy} />
      <OrganisationConsents scopes={tenant.organisationConsents} />
      <GrantForEverybody granted={tenant.organisationConsents} />
      <AnswerWith
        title="Answer everybody’s token requests with…"
        personKey={null}
        who="Everybody"
        answers={tenant.answerWith}
      />
    </article>
  );
}

function ConsentPolicy({ policy }: { policy: Policy }) {
  const lever = useLever();
  const name = useId();
  return (
    <Group title="Who may consent" lever={lever}>
      <div class="choices" role="radiogroup" aria-label="Who may consent">
        {policies.map((each) => (
          <label key={each.policy} class="choice">
            <input
              type="radio"
              name={name}
              checked={each.policy === policy}
              onChange={() =>
                lever.pull(orders.setPolicy(each.policy), `Consent: ${policyNames[each.policy]}.`)
              }
            />
            <span>
              {policyNames[each.policy]}
              <small>{each.hint}</small>
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

function OrganisationConsents({ scopes }: { scopes: readonly string[] }) {
  const lever = useLever();
  return (
    <ConsentList
      title="Consents for everybody"
      lever={lever}
      scopes={scopes}
      owner="everybody"
      empty="No administrator has agreed to anything for everybody."
      onRevoke={(revoked) =>
        lever.pull(
          orders.revokeForEverybody(revoked),
          `Nobody has the organisation’s consent to ${revoked ? revoked.join(', ') : 'anything'} any more.`,
        )
      }
    />
  );
}
