import { describe, expect, it } from 'vitest';
import { chatLink, composeLink } from '../../src/contact-links.ts';

describe('A link to write to somebody', () => {
  it('leads to the web mail of that kind of account', () => {
    expect(composeLink('tomas@fernleigh.example', { isPersonal: false })).toBe(
      'https://outlook.office.com/mail/deeplink/compose?to=tomas%40fernleigh.example',
    );
    expect(new URL(composeLink('a@b.example', { isPersonal: true })).host).toBe('outlook.live.com');
  });

  it.each([
    'a@b.example&bcc=eve@evil.example',
    'a@b.example#x',
    '"a b"@b.example?subject=Hello',
    '/../../evil',
  ])('keeps the address %s one value', (address) => {
    const mail = new URL(composeLink(address, { isPersonal: false }));
    expect([...mail.searchParams]).toEqual([['to', address]]);
    const chat = new URL(chatLink(address));
    expect(chat.host + chat.pathname).toBe('teams.microsoft.com/l/chat/0/0');
    expect([...chat.searchParams]).toEqual([['users', address]]);
  });
});
