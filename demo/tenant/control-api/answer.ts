import type { IncomingMessage } from 'node:http';
import type { TenantControl } from '../control.ts';
import type { Person } from '../people.ts';
import { readBody } from '../read-body.ts';
import { ApiError } from './api-error.ts';
import { type ApiRoute, findPerson } from './route.ts';
import { routes } from './routes.ts';

/** The parts that fit the placeholders of a route's path, or null if the path is another. */
function match(route: ApiRoute, path: string): { key: string } | null {
  const wanted = route.path.split('/');
  const given = path.split('/');
  const fits = wanted.length === given.length;
  if (!fits || !wanted.every((part, index) => part === '{person}' || part === given[index])) return null;
  return { key: given[wanted.indexOf('{person}')] ?? '' };
}

function findRoute(method: string, path: string): { route: ApiRoute; key: string } {
  const matching = routes.flatMap((route) => {
    const found = match(route, path);
    return found ? [{ route, ...found }] : [];
  });
  const found = matching.find(({ route }) => route.method === method);
  if (found) return found;
  if (matching.length === 0) throw new ApiError(404, `There is no "${path}" here.`);
  const Allow = matching.map(({ route }) => route.method).join(', ');
  throw new ApiError(405, `"${path}" takes ${Allow} only.`, { Allow });
}

/** JSON, or `{}` for no body at all. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    const text = await readBody(request);
    if (text === '') return {};
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      throw new ApiError(400, 'A body must be sent as Content-Type application/json.');
    }
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) throw new ApiError(400, 'The body must be an object.');
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw new ApiError(400, error.message);
    if (error instanceof SyntaxError) throw new ApiError(400, 'The body is not JSON.');
    throw error;
  }
}

/** Does what a request asks that has shown the key; throws an `ApiError` for what cannot be done. */
export async function answerRequest(
  request: IncomingMessage,
  control: TenantControl,
  people: readonly Person[],
): Promise<unknown> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const { route, key } = findRoute(request.method ?? 'GET', path);
  const body = await readJson(request);
  return route.answer({ control, people, body, person: () => findPerson(people, key, 404) });
}
