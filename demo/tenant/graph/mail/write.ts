import type { Person } from '../../people.ts';
import { createRandom, type Random } from '../random.ts';
import { composeMail, composeReply, type Writing } from './compose.ts';
import type { MailTemplate } from './template.ts';
import { gardens } from './templates/gardens.ts';
import { home } from './templates/home.ts';
import { house } from './templates/house.ts';
import { machines } from './templates/machines.ts';
import { outside } from './templates/outside.ts';

/** What the owner wrote back, and to what. */
export interface OwnReply {
  original: Writing;
  reply: Writing;
}

/** What a mailbox holds. */
export interface Correspondence {
  /** Oldest first. */
  inbox: Writing[];
  sent: OwnReply[];
  drafted: OwnReply[];
  deleted: Writing[];
}

const templatesFor = ({ kind }: Person): readonly MailTemplate[] =>
  kind === 'personal' ? home : [...gardens, ...house, ...outside, ...machines];

const isFromPerson = ({ from }: Writing) => from.signature !== null;

/** So many messages to somebody: every template once before any comes again, and answers among them. */
function writeInbox(owner: Person, size: number, random: Random): Writing[] {
  const writings: Writing[] = [];
  let deck: MailTemplate[] = [];
  let unanswered: Writing[] = [];
  while (writings.length < size) {
    if (unanswered.length > 3 && random.chance(0.2)) {
      const original = random.pick(unanswered);
      unanswered = unanswered.filter((each) => each !== original);
      writings.push(composeReply(original, owner, 'other', random));
      continue;
    }
    if (deck.length === 0) deck = random.shuffle(templatesFor(owner));
    const template = deck.pop();
    if (!template) break;
    const writing = composeMail(template, owner, random);
    writings.push(writing);
    if (isFromPerson(writing)) unanswered = [...unanswered.slice(-9), writing];
  }
  return writings;
}

/** Everything in a mailbox, with so many messages in the inbox. */
export function writeCorrespondence(owner: Person, size: number, random: Random): Correspondence {
  const inbox = writeInbox(owner, size, random);
  const answer = (original: Writing): OwnReply => ({
    original,
    reply: composeReply(original, owner, 'owner', random),
  });
  const letters = inbox.filter(isFromPerson);
  return {
    inbox,
    sent: letters.filter((_, index) => index % 8 === 5).map(answer),
    drafted: letters.slice(-1).map(answer),
    deleted: random
      .shuffle(templatesFor(owner))
      .slice(0, 3)
      .map((template) => composeMail(template, owner, random)),
  };
}

/** What comes into the inbox as the nth message since somebody last looked. */
export function writeArrival(owner: Person, nth: number): Writing {
  const random = createRandom(`arrival ${nth} of ${owner.key}`);
  return composeMail(random.pick(templatesFor(owner)), owner, random);
}
