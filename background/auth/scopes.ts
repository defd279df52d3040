/** `https://graph.microsoft.com/User.Read` and `user.read` are one scope; Graph's is the unnamed resource. */
export function shortScope(scope: string): string {
  return scope.toLowerCase().replace('https://graph.microsoft.com/', '');
}

/** Whether what was granted has all that is needed. */
export function covers(granted: readonly string[], needed: readonly string[]): boolean {
  const held = new Set(granted.map(shortScope));
  return needed.every((scope) => held.has(shortScope(scope)));
}
