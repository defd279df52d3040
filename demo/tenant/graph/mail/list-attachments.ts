import { createHash } from 'node:crypto';
import { ownerContext } from '../owner.ts';
import { answerPage } from '../page.ts';
import { readPreferences } from '../prefer.ts';
import { readOptions, readWindow } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection, type Selectable } from '../select.ts';
import { utcSeconds } from '../time-zone.ts';
import type { Message } from './message.ts';
import { requireMessage } from './read-message.ts';

/** The attachment resource type: what all kinds of them have, and so what a list may be cut to. */
const attachmentType: Selectable = {
  type: 'microsoft.graph.attachment',
  properties: ['id', 'lastModifiedDateTime', 'name', 'contentType', 'size', 'isInline'],
};

const files = [
  ['Planting plan.pdf', 'application/pdf', 482_113],
  ['Accessions.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 61_874],
  [
    'Notes from the round.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    38_220,
  ],
  ['Bench 4.jpg', 'image/jpeg', 1_204_331],
  ['Loan agreement (signed).pdf', 'application/pdf', 233_907],
] as const;
const signature = ['logo.png', 'image/png', 6_144] as const;

/** The same files for the same message each time: one or two, and at times the picture of a signature. */
function describeAttachments({ ids, hasAttachments, modified }: Message): Record<string, unknown>[] {
  if (!hasAttachments) return [];
  const [first = 0, second = 0, third = 0] = createHash('sha256').update(ids.immutable).digest();
  const chosen = files.filter((_, index) => index === first % 5 || (second > 128 && index === second % 5));
  return [...chosen, ...(third > 160 ? [signature] : [])].map(([name, contentType, size], index) => ({
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': contentType,
    id: `${ids.rest.replace(/=+$/, '')}ABEgAQA${createHash('sha256')
      .update(ids.immutable + index)
      .digest('base64url')
      .slice(0, 22)}=`,
    lastModifiedDateTime: utcSeconds(modified),
    name,
    contentType,
    size,
    isInline: name === signature[0],
  }));
}

/** `GET /me/messages/{id}/attachments`: what they are, and nothing of what is in them. */
export function listAttachments(request: GraphRequest): GraphAnswer {
  const message = requireMessage(request);
  const options = readOptions(request.query, ['$select', '$top', '$skip', '$count']);
  const selection = readSelection(options, attachmentType, false);
  const preferences = readPreferences(request.header('prefer'));
  const id = preferences.isImmutable ? message.ids.immutable : message.ids.rest;
  const context = `${ownerContext(request.person)}/messages('${encodeURIComponent(id)}')/attachments`;
  const body = answerPage(request, {
    context: context + selection.suffix,
    items: describeAttachments(message),
    ...readWindow(options),
    isCounted: options.get('$count') === 'true',
    describe: selection.cut,
  });
  return { headers: preferences.headers, body };
}
