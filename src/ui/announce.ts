/** The element that each page has for it from the beginning: what comes with its words is not read out everywhere. */
const ID = 'said';

/**
 * Has a screen reader say something that is seen anyhow, once it has finished what it is saying (WCAG 2.2, 4.1.3). An
 * element of its own each time, so that the same is said twice where it happens twice.
 */
export function announce(text: string): void {
  const said = document.createElement('span');
  said.textContent = text;
  document.getElementById(ID)?.replaceChildren(said);
}
