import { cpus, totalmem } from 'node:os';

/** What one thing costs: milliseconds of each try, sorted. */
export interface Series {
  name: string;
  samples: number[];
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Tries as often as it takes for a median that means something. */
export async function series(name: string, tries: number, once: () => Promise<number>): Promise<Series> {
  const samples: number[] = [];
  for (let count = 0; count < tries; count += 1) samples.push(await once());
  return { name, samples };
}

export function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores, ${memory} GiB, Node ${process.versions.node}`;
}

/** Rows of equal length as a table of plain text. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   '),
    )
    .join('\n');
}
