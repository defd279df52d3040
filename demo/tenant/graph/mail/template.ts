import type { Block } from '../body.ts';
import type { CastKey } from '../cast.ts';

/** A message with gaps in it: `{plant}`, `{place}` and whatever else the vocabulary has, and `{me}`. */
export interface MailTemplate {
  from: CastKey;
  subject: string;
  body: readonly Block[];
  /** Sent as plain text; anything else is HTML. */
  isPlain?: true;
  /** Goes to everybody, so nobody is greeted by name. */
  isForAll?: true;
  hasAttachments?: true;
  importance?: 'low' | 'high';
}
