/**
 * The tab that a key leads to from another, or null for any other key (WAI-ARIA Authoring Practices, "Tabs"): the
 * arrows go round, to the side to which they point, Home and End to the ends.
 */
export function tabAfter(
  names: readonly string[],
  current: string,
  key: string,
  isRightToLeft = false,
): string | null {
  const at = names.indexOf(current);
  const last = names.length - 1;
  const before = at <= 0 ? last : at - 1;
  const after = at >= last ? 0 : at + 1;
  const target = {
    ArrowLeft: isRightToLeft ? after : before,
    ArrowRight: isRightToLeft ? before : after,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? null : (names[target] ?? null);
}
