import type { Person } from '../../people.ts';
import type { Random } from '../random.ts';
import { composeMail, composeReply, type Writing } from './compose.ts';
import type { MailTemplate } from './template.ts';
import { gardens } from './templates/gardens.ts';
import { home } from './templates/home.ts';
import { house } from './templates/house.ts';
import { machines } from './templates/machines.ts';
import { outside } from './templates/outside.ts';

/** What a mailbox holds, oldest first in each folder. */
export interface Correspondence {
  inbox: Writing[];
  sentitems: Writing[];
  drafts: Writing[];
  deleteditems: Writing[];
}

const templatesFor = ({ kind }: Person): readonly MailTemplate[] =>
  kind === 'personal' ? home : [...gardens, ...house, ...outside, ...machines];

const isFromPerson = ({ from }: Writing) => from.signature !== null;

/** So many messages to somebody: every template once before any comes again, and answers among them. */
function writeInbox(owner: Person, size: number, random: Random): Writing[] {
  const writings: Writing[] = [];
  let deck: MailTemplate[] = [];
  while (writings.length < size) {
    const recent = writings.slice(-10).filter(isFromPerson);
    if (recent.length > 3 && random.chance(0.2)) {
      writings.push(composeReply(random.pick(recent), owner, 'other', random));
      continue;
    }
    if (deck.length === 0) deck = random.shuffle(templatesFor(owner));
    const template = deck.pop();
    if (template) writings.push(composeMail(template, owner, random));
  }
  return writings;
}

/** Everything in a mailbox, with so many messages in the inbox. */
export function writeCorrespondence(owner: Person, size: number, random: Random): Correspondence {
  const inbox = writeInbox(owner, size, random);
  const answer = (original: Writing) => composeReply(original, owner, 'owner', random);
  const answered = inbox.filter(
    (each) => isFromPerson(each) && each.from.address !== owner.userPrincipalName,
  );
  return {
    inbox,
    sentitems: answered
      .filter((_, index) => index % 8 === 5)
      .slice(0, 20)
      .map(answer),
    drafts: answered.slice(-1).map(answer),
    deleteditems: random
      .shuffle(templatesFor(owner))
      .slice(0, 3)
      .map((template) => composeMail(template, owner, random)),
  };
}
