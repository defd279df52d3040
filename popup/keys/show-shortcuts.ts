/** Shows what the keyboard can do; drawn by what is loaded when somebody asks for it first. */
export function showShortcuts(): true {
  // From the extension's own folder: where that fails, the browser is in trouble, and the next time it is tried again.
  import('./shortcuts-dialog.tsx').then(({ openShortcuts }) => openShortcuts()).catch(() => undefined);
  return true;
}
