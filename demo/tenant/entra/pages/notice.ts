import { html } from './html.ts';
import type { Page } from './layout.ts';

/** A page with nothing to decide, such as "You signed out". */
export function noticePage(title: string, text: string): Page {
  return { title, content: html`<h1>${title}</h1><p class="lead">${text}</p>` };
}
