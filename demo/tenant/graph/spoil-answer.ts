import type { GraphFault } from '../faults.ts';
import type { GraphAnswer } from './routes.ts';

const foreignLink = 'https://graph.microsoft.example/v1.0/me/messages?$skiptoken=elsewhere';

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a fault makes of an answer as a whole; what it does to the bytes is left to whoever sends them. */
export function spoilAnswer(answer: GraphAnswer, fault: GraphFault | null): GraphAnswer {
  const { headers = {}, body } = answer;
  if (fault === 'no-challenge') {
    const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'www-authenticate');
    return { ...answer, headers: Object.fromEntries(kept) };
  }
  if (fault === 'foreign-next-link' && isFields(body) && Array.isArray(body.value)) {
    return { ...answer, body: { ...body, '@odata.nextLink': foreignLink } };
  }
  return answer;
}
