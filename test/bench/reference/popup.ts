// What Lanyard is compared with: a popup in the way of Microsoft's retired sample of a Chromium extension. MSAL runs in
// the page itself and keeps its cache in localStorage; each opening asks it for a token, and Graph for the inbox.
// https://github.com/AzureAD/microsoft-authentication-library-for-js (samples, ChromiumExtensionSample)
import { type AccountInfo, type INavigationClient, PublicClientApplication } from '@azure/msal-browser';
import { keepCookies } from './cookies.ts';

declare const chrome: {
  identity: {
    getRedirectURL(): string;
    launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
  };
};

// Put in by prepare-folder.ts.
declare const BENCH_CLIENT_ID: string;

const SCOPES = ['User.Read', 'Mail.ReadBasic'];
const INBOX =
  'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages' +
  '?$select=subject,from,receivedDateTime&$orderby=receivedDateTime desc&$top=10';

/** Sends the sign-in page's address to the window of the extension instead of going there. */
const navigation: INavigationClient & { url: string } = {
  url: '',
  navigateInternal: async () => false,
  async navigateExternal(url) {
    navigation.url = url;
    return false;
  },
};

keepCookies();
const msal = new PublicClientApplication({
  auth: {
    clientId: BENCH_CLIENT_ID,
    authority: 'https://login.microsoftonline.com/common',
    redirectUri: chrome.identity.getRedirectURL(),
  },
  cache: { cacheLocation: 'localStorage' },
  system: { navigationClient: navigation },
});
await msal.initialize();

const [account] = msal.getAllAccounts();
if (account) await showInbox(account);
else offerSignIn();

function offerSignIn(): void {
  const button = element('sign-in');
  button.hidden = false;
  button.addEventListener('click', async () => {
    await msal.acquireTokenRedirect({ scopes: SCOPES });
    const answer = await chrome.identity.launchWebAuthFlow({ url: navigation.url, interactive: true });
    const hash = new URL(answer ?? '').hash;
    const result = await msal.handleRedirectPromise({ hash, navigateToLoginRequestUrl: false });
    if (!result) throw new Error('The sign-in has brought no account.');
    button.hidden = true;
    await showInbox(result.account);
  });
}

async function showInbox(of: AccountInfo): Promise<void> {
  element('name').textContent = of.username;
  const { accessToken } = await msal.acquireTokenSilent({ scopes: SCOPES, account: of });
  const answer = await fetch(INBOX, { headers: { Authorization: `Bearer ${accessToken}` } });
  const { value } = (await answer.json()) as { value: { subject: string }[] };
  const rows = value.map(({ subject }) => {
    const row = document.createElement('li');
    row.textContent = subject;
    return row;
  });
  element('inbox').replaceChildren(...rows);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
