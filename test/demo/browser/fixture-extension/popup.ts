declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

document.querySelector('#sign-in')?.addEventListener('click', () => {
  void chrome.runtime.sendMessage({ ask: 'signIn' });
});

export {};
