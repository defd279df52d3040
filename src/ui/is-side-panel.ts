/** Whether this page stays beside the web page (`build.mjs` marks it), or goes with the next click elsewhere. */
export function isSidePanel(): boolean {
  return document.documentElement.classList.contains('side');
}
