/** A paragraph, or the points of a list. */
export type Block = string | readonly string[];

/** What somebody wrote, and the kind it was sent as. */
export interface Body {
  contentType: 'text' | 'html';
  blocks: readonly Block[];
}

const lineBreak = '\r\n';

/** The plain text of it, with Windows line ends as Exchange has them. */
export const asText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (typeof block === 'string' ? block.split('\n') : block.map((point) => `  *   ${point}`)))
    .map((lines) => lines.join(lineBreak))
    .join(lineBreak + lineBreak);

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const asInline = (text: string) =>
  escapeHtml(text)
    .replaceAll(/https:\/\/[^\s,]*[^\s,.:;]/g, '<a href="$&">$&</a>')
    .replaceAll('\n', '<br>');

/** A whole HTML document, which is what Graph gives as the content of a body. */
export function asHtml(blocks: readonly Block[]): string {
  const content = blocks.map((block) =>
    typeof block === 'string'
      ? `<p>${asInline(block)}</p>`
      : `<ul>${block.map((point) => `<li>${asInline(point)}</li>`).join('')}</ul>`,
  );
  const head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
  return `<html><head>${lineBreak}${head}</head><body>${lineBreak}${content.join(lineBreak)}${lineBreak}</body></html>`;
}

/** An `itemBody`, turned into the type that was asked for; null leaves it as it was sent. */
export function describeBody({ contentType, blocks }: Body, asked: Body['contentType'] | null) {
  const type = asked ?? contentType;
  return { contentType: type, content: type === 'text' ? asText(blocks) : asHtml(blocks) };
}

/** The first 255 characters of the text, as the message resource type promises them. */
export const previewBody = ({ blocks }: Body): string => asText(blocks).slice(0, 255);
