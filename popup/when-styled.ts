/**
 * Resolves when the page is there with its styles. The script does not wait for them: what it asks for is under way
 * meanwhile. Styles that cannot be had are no reason to show nothing.
 */
export async function whenStyled(): Promise<void> {
  if (document.readyState === 'loading') await next(document, 'DOMContentLoaded');
  // By then each of them is there or has failed, and tells nobody any more.
  if (document.readyState === 'complete') return;
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const all = Promise.all(links.map((link) => link.sheet ?? next(link, 'load', 'error')));
  await Promise.race([all, next(window, 'load')]);
}

function next(target: EventTarget, ...names: string[]): Promise<unknown> {
  return new Promise((resolve) => {
    for (const name of names) target.addEventListener(name, resolve, { once: true });
  });
}
