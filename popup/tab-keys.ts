/**
 * The tab that a key leads to from another, or null for any other key (WAI-ARIA Authoring Practices, "Tabs"): the
 * arrows go round, Home and End to the ends.
 */
export function tabAfter(names: readonly string[], current: string, key: string): string | null {
  const at = names.indexOf(current);
  const last = names.length - 1;
  const target = {
    ArrowLeft: at <= 0 ? last : at - 1,
    ArrowRight: at >= last ? 0 : at + 1,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? null : (names[target] ?? null);
}
