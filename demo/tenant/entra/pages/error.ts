import type { EntraError, Trace } from '../errors.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

/** What went wrong, with the numbers that help somebody else to find out why. */
export function errorPage(failure: EntraError, trace: Trace): Page {
  return {
    title: 'Sign in',
    content: html`<h1>Sorry, we can’t sign you in</h1>
<p class="error" role="alert" data-test="error">AADSTS${failure.aadsts}: ${failure.text}</p>
<dl>
<div><dt>Trace ID</dt><dd>${trace.traceId}</dd></div>
<div><dt>Correlation ID</dt><dd>${trace.correlationId}</dd></div>
<div><dt>Timestamp</dt><dd>${trace.timestamp}</dd></div>
</dl>`,
  };
}
