declare const chrome: {
  action: { openPopup(options: { windowId?: number }): Promise<void> };
  identity: {
    getRedirectURL(): string;
    launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string>;
  };
  storage: { session: { set(items: object): Promise<void> } };
  runtime: {
    onMessage: {
      addListener(
        listener: (message: Question, sender: unknown, reply: (answer: unknown) => void) => true,
      ): void;
    };
  };
};

type Question =
  | { ask: 'bootId' }
  | { ask: 'signIn' }
  | { ask: 'fetchText'; about: string }
  | { ask: 'openPopup'; about: number };

const bootId = crypto.randomUUID();

async function signIn() {
  const address = new URL('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
  address.searchParams.set('redirect_uri', chrome.identity.getRedirectURL());
  try {
    const answer = await chrome.identity.launchWebAuthFlow({ url: address.href, interactive: true });
    await chrome.storage.session.set({ answer });
  } catch (error) {
    await chrome.storage.session.set({ refusal: error instanceof Error ? error.message : String(error) });
  }
}

async function fetchText(url: string) {
  try {
    return await (await fetch(url)).text();
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'bootId':
      return bootId;
    case 'signIn':
      return signIn();
    case 'fetchText':
      return fetchText(question.about);
    case 'openPopup':
      // Chromium opens a popup only in a window that is said to it.
      return chrome.action.openPopup({ windowId: question.about });
  }
}

chrome.runtime.onMessage.addListener((question, _sender, reply) => {
  answer(question).then(reply, (error) => reply(String(error)));
  return true;
});

export {};
