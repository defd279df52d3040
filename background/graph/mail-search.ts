import type { Message } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import { listOf, nullableText, readAs, type Shape } from './answers.ts';
import type { Graph } from './client.ts';
import { nameOf, Summary } from './message-shapes.ts';
import { query } from './paths.ts';
import { toLine } from './texts.ts';
import { outlookLink } from './web-links.ts';

/** A message as a search finds it, which is opened in Outlook on the web. */
export interface FoundMessage {
  /** Empty where it has none. */
  subject: string;
  from: string;
  /** An https address of Outlook's. */
  url: string;
}

const Found = v.object({
  subject: Summary.entries.subject,
  from: Summary.entries.from,
  webLink: nullableText,
} satisfies Shape<Message>);

/** Nobody types more than that to find a message; each word costs Microsoft a look into the index. */
const MOST_WORDS = 8;

/**
 * Messages of the whole mailbox by who has sent them and what they say, the newest first. Takes `Mail.Read`: with the
 * basics alone Microsoft does not let an app search (Microsoft: "Permissions reference", Mail.ReadBasic).
 * @throws AppError
 */
export async function searchMail(
  graph: Graph,
  accountId: string,
  text: string,
  top: number,
): Promise<FoundMessage[]> {
  const words = toKeywords(text);
  if (words === '') return [];
  const path = query('/me/messages', Found, { $search: `"${words}"`, $top: String(top) });
  const answer = await graph.call({ accountId, purpose: 'mail-open' }, { path });
  return readAs(listOf(Found), answer)
    .value.slice(0, top)
    .flatMap(({ subject, from, webLink }) => {
      const url = outlookLink(webLink);
      return url === null ? [] : [{ subject: subject ?? '', from: from ? nameOf(from) : '', url }];
    });
}

/**
 * What was typed as words of the Keyword Query Language, and nothing but words: without the marks that name a property,
 * group, exclude or quote, and in small letters, in which AND, OR, NOT and NEAR are words like others. The last is
 * still being typed, and found by its beginning.
 */
function toKeywords(text: string): string {
  const words = toLine(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:[.@'’-][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/gu);
  return words ? `${words.slice(0, MOST_WORDS).join(' ')}*` : '';
}
