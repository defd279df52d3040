import type { AppError } from '../src/errors.ts';

/**
 * Writes a bug to the background's console: what kind it was and where, but never its message, which may quote
 * what was being read (an answer, a stored value, a token).
 */
export function logBug({ reason, detail, cause }: AppError): void {
  const kind = cause instanceof Error ? cause.name : typeof cause;
  const frames = cause instanceof Error ? (cause.stack ?? '').split('\n').filter(isFrame) : [];
  // biome-ignore lint/suspicious/noConsole: the one place where Lanyard logs, read by developers
  console.error(['Lanyard:', reason, detail, kind, ...frames].filter(Boolean).join('\n  '));
}

/** `    at name (url:1:2)` in Chromium, `name@url:1:2` in Firefox. */
function isFrame(line: string): boolean {
  return /^\s+at .+:\d+:\d+\)?$/.test(line) || /^[^\s:]*@\S+:\d+:\d+$/.test(line);
}
