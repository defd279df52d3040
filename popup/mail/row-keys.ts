/** The row to which a key leads from another; null where it leads nowhere. */
export function rowAfter(key: string, from: number, count: number, perPage: number): number | null {
  const to = targetOf(key, from, count, perPage);
  if (to === null || count === 0) return null;
  return Math.min(Math.max(0, to), count - 1);
}

function targetOf(key: string, from: number, count: number, perPage: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + perPage;
    case 'PageUp':
      return from - perPage;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
