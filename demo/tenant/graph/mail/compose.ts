import type { Person } from '../../people.ts';
import type { Block } from '../body.ts';
import { allStaff, asCorrespondent, type CastKey, type Correspondent, cast, colleagues } from '../cast.ts';
import type { Random } from '../random.ts';
import type { MailTemplate } from './template.ts';
import { farewells, greetings, homeReplies, vocabulary, workReplies } from './vocabulary.ts';

/** What a message says, before it has a place and a time. */
export interface Writing {
  from: Correspondent;
  to: readonly Correspondent[];
  cc: readonly Correspondent[];
  subject: string;
  topic: string;
  blocks: readonly Block[];
  /** What the writing answers, quoted below it. */
  quoted: readonly Block[];
  isPlain: boolean;
  hasAttachments: boolean;
  importance: 'low' | 'normal' | 'high';
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function chooseWords(owner: Person, random: Random): Map<string, string> {
  const words = Object.entries(vocabulary).map(
    ([gap, choice]) => [gap, random.pick<string>(choice)] as const,
  );
  return new Map([...words, ['me', owner.givenName]]);
}

function fill(text: string, words: ReadonlyMap<string, string>): string {
  const filled = text.replaceAll(/\{(\w+)\}/g, (_whole, gap: string) => {
    const word = words.get(gap);
    if (word === undefined) throw new Error(`the vocabulary has no {${gap}}`);
    return word;
  });
  return capitalise(filled);
}

const isOwner = (owner: Person, key: CastKey) => cast[key].address === owner.userPrincipalName;

/** Colleagues of the mailbox's owner, for copies and answers. */
const othersThan = (owner: Person, ...taken: readonly Correspondent[]): Correspondent[] =>
  colleagues
    .filter((key) => !isOwner(owner, key))
    .map((key) => cast[key])
    .filter((each) => !taken.includes(each));

/** Fills a template's gaps for somebody. Whoever would write to themself has it written by a colleague. */
export function composeMail(template: MailTemplate, owner: Person, random: Random): Writing {
  const words = chooseWords(owner, random);
  const from: Correspondent = isOwner(owner, template.from) ? cast.odile : cast[template.from];
  const isPersonal = owner.kind === 'personal';
  const greeting = template.isForAll ? 'Dear all,' : fill(random.pick(greetings), words);
  const farewell = `${random.pick(farewells)}\n${from.signature}`;
  const body = template.body.map((block) =>
    typeof block === 'string' ? fill(block, words) : block.map((point) => fill(point, words)),
  );
  const subject = fill(template.subject, words);
  const isCopied = !isPersonal && !template.isForAll && from.signature !== null && random.chance(0.3);
  return {
    from,
    to: [template.isForAll ? allStaff : asCorrespondent(owner)],
    cc: isCopied ? random.shuffle(othersThan(owner, from)).slice(0, random.between(1, 2)) : [],
    subject,
    topic: subject,
    blocks: from.signature === null ? body : [greeting, ...body, farewell],
    quoted: [],
    isPlain: template.isPlain ?? false,
    hasAttachments: template.hasAttachments ?? false,
    importance: template.importance ?? 'normal',
  };
}

/** An answer to some writing: by the owner, or by somebody else who read it too. Friends answer for themselves. */
export function composeReply(
  original: Writing,
  owner: Person,
  by: 'owner' | 'other',
  random: Random,
): Writing {
  const isPersonal = owner.kind === 'personal';
  const others = isPersonal ? [original.from] : othersThan(owner, original.from);
  const from = by === 'owner' ? asCorrespondent(owner) : random.pick(others);
  const heading = `From: ${original.from.name}\nSubject: ${original.subject}`;
  return {
    ...original,
    from,
    to: by === 'owner' ? [original.from] : [asCorrespondent(owner)],
    cc: by === 'owner' || from === original.from ? [] : [original.from],
    subject: original.subject.startsWith('RE: ') ? original.subject : `RE: ${original.subject}`,
    blocks: [random.pick<string>(isPersonal ? homeReplies : workReplies), from.signature ?? from.name],
    quoted: [heading, ...original.blocks, ...original.quoted],
    hasAttachments: false,
    importance: 'normal',
  };
}
