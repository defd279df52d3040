import { chatLink, composeLink } from '../../src/contact-links.ts';
import type { Account } from '../../src/contract.ts';
import { useCopy } from '../../src/ui/copy-field.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

interface Props {
  name: string;
  address: string;
  account: Account;
}

/** Ways to somebody: a message, a chat where both are of an organisation, the address to take along. */
export function PersonActions({ name, address, account }: Props) {
  const { isCopied, copy } = useCopy(address);
  return (
    <>
      <Way icon="mail" label={say('writeTo', name)} href={composeLink(address, account)} />
      {!account.isPersonal && <Way icon="chat" label={say('chatWith', name)} href={chatLink(address)} />}
      <button
        type="button"
        class="button button-icon copy-address"
        aria-label={isCopied ? say('copied') : say('copyAddressOf', name)}
        title={isCopied ? say('copied') : address}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
    </>
  );
}

function Way({ icon, label, href }: { icon: IconName; label: string; href: string }) {
  return (
    <a
      class="button button-icon"
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </a>
  );
}
