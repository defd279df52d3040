/**
 * Resolves when the page is there with its styles. The script does not wait for them: what it asks for is under way
 * meanwhile. Styles that cannot be had are no reason to show nothing.
 */
export async function whenStyled(): Promise<void> {
  if (document.readyState === 'loading') await next(document, 'DOMContentLoaded');
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(
    sheets
      .filter(({ sheet }) => !sheet)
      .map((link) => Promise.race([next(link, 'load'), next(link, 'error')])),
  );
}

function next(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
}
