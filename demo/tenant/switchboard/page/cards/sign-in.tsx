import * as v from 'valibot';
import { orders, type SignInLever } from '../orders.ts';
import { Group } from '../parts/group.tsx';
import { useLever } from '../use-lever.ts';
import { Challenge } from './challenge.tsx';

const buttons: readonly { lever: SignInLever; label: string; hint: string; said: string }[] = [
  {
    lever: 'end-session',
    label: 'End session',
    hint: 'Microsoft’s session ends in every browser; tokens live on. Silent sign-ins get 50058.',
    said: 'Microsoft’s session has ended in every browser',
  },
  {
    lever: 'expire-refresh-tokens',
    label: 'Expire refresh tokens',
    hint: 'The 24 hours of every refresh token are over: 700084.',
    said: 'every refresh token has had its 24 hours',
  },
  {
    lever: 'revoke-refresh-tokens',
    label: 'Revoke refresh tokens',
    hint: 'As an administrator does: 50173. Sessions and access tokens live on.',
    said: 'every refresh token is revoked',
  },
  {
    lever: 'revoke-sessions',
    label: 'Revoke sign-ins',
    hint: 'Sessions and refresh tokens end, and Graph challenges access tokens.',
    said: 'all sign-ins are revoked',
  },
  {
    lever: 'change-password',
    label: 'Change password',
    hint: 'Another password, which is shown here; all that the old one opened ends.',
    said: 'has a new password',
  },
];

const NewPassword = v.object({ password: v.string() });

const readPassword = (answer: unknown) => {
  const found = v.safeParse(NewPassword, answer);
  return found.success ? found.output.password : null;
};

/** What ends a sign-in, in one way or another. */
export function SignIn({ personKey, who }: { personKey: string; who: string }) {
  const lever = useLever();
  return (
    <Group title="Sign-in and tokens" lever={lever}>
      <div class="row">
        {buttons.map(({ lever: name, label, hint, said }) => (
          <button
            key={name}
            type="button"
            title={hint}
            onClick={() => lever.pull(orders.pull(personKey, name), `${who}: ${said}.`, readPassword)}
          >
            {label}
          </button>
        ))}
      </div>
      <Challenge personKey={personKey} who={who} lever={lever} />
    </Group>
  );
}
