import type { EntraError, Trace } from '../errors.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

/** A way on from a page that has no form. */
export interface PageLink {
  href: string;
  text: string;
  /** Its `data-test`. */
  hook: string;
}

/** What went wrong, with the numbers that help somebody else to find out why. */
export function errorPage(failure: EntraError, trace: Trace, link?: PageLink): Page {
  return {
    title: 'Sign in',
    content: html`<h1>Sorry, we can’t sign you in</h1>
<p class="error" role="alert" data-test="error">AADSTS${failure.aadsts}: ${failure.text}</p>
<dl>
<div><dt>Trace ID</dt><dd>${trace.traceId}</dd></div>
<div><dt>Correlation ID</dt><dd>${trace.correlationId}</dd></div>
<div><dt>Timestamp</dt><dd>${trace.timestamp}</dd></div>
</dl>
${link !== undefined && html`<p class="way"><a href="${link.href}" data-test="${link.hook}">${link.text}</a></p>`}`,
  };
}
