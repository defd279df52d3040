import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** What the core made of one request. */
export interface Outcome {
  oidc: KoaContextWithOIDC['oidc'];
  failure?: Error;
}

/** Remembers outcomes per request: the core tells the cause of a failure by event, not in its answer. */
export interface Outcomes {
  of(request: IncomingMessage): Outcome | undefined;
}

export function watchOutcomes(provider: Provider): Outcomes {
  const byRequest = new WeakMap<IncomingMessage, Outcome>();
  const succeeded = ({ req, oidc }: KoaContextWithOIDC) => {
    byRequest.set(req, { oidc });
  };
  const failed = ({ req, oidc }: KoaContextWithOIDC, failure: Error) => {
    byRequest.set(req, { oidc, failure });
  };
  provider.on('authorization.success', succeeded);
  provider.on('grant.success', succeeded);
  provider.on('authorization.error', failed);
  provider.on('grant.error', failed);
  provider.on('server_error', (ctx, failure) => {
    console.error('The local tenant failed:', failure);
    failed(ctx, failure);
  });
  return { of: (request) => byRequest.get(request) };
}
