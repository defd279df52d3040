import { AppError, toAppError } from '../../src/errors.ts';
import { SIGN_IN_HOST } from '../../src/settings.ts';
import { request } from '../http.ts';

const PATIENCE_MS = 3_000;

// Entra's metadata: the lightest page there that answers other origins (CORS).
const METADATA = `https://${SIGN_IN_HOST}/common/v2.0/.well-known/openid-configuration`;

/**
 * Makes sure that Microsoft's sign-in can be reached before a window is opened on it: Firefox shows its own
 * error page in that window and then calls it closed by the person, so that offline could not be told from
 * changed their mind. A slow network gets the benefit of the doubt after 3 s.
 * @throws AppError `offline`
 */
export async function checkReachable(): Promise<void> {
  const isOffline = await Promise.race([
    request(METADATA, {}).then(
      () => false,
      (thrown) => toAppError(thrown).reason === 'offline',
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS)),
  ]);
  if (isOffline) throw new AppError('offline');
}
