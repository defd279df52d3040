import type { Group } from './day-groups.ts';

/** Where everything in the list lies: rows of one height under headings of another (CSS pixels). */
export interface ListLayout {
  count: number;
  groups: readonly Group[];
  row: number;
  heading: number;
}

/** Rows from one index to another, which is not among them. */
export interface Range {
  from: number;
  to: number;
}

/** How far below the top of the list a row begins. */
export function topOf(index: number, { groups, row, heading }: ListLayout): number {
  const headings = groups.findLastIndex(({ first }) => first <= index) + 1;
  return index * row + headings * heading;
}

/** How far below the top of the list the heading of a group begins. */
export function headingTop(group: Group, layout: ListLayout): number {
  return topOf(group.first, layout) - layout.heading;
}

export function heightOf({ count, groups, row, heading }: ListLayout): number {
  return count * row + groups.length * heading;
}

/** The row that is so far below the top of the list, or the next one where that is a heading. */
export function rowAt(y: number, layout: ListLayout): number {
  const { groups, count, row } = layout;
  const group = groups.findLast((each) => headingTop(each, layout) <= y);
  const first = group?.first ?? 0;
  const within = Math.floor((y - topOf(first, layout)) / row);
  return Math.min(Math.max(first, first + within), Math.max(0, count - 1));
}

/** Rows are drawn in steps of so many, so that not every pixel that is scrolled draws anew. */
const STEP = 4;
/** How many more are drawn on either side than are seen. */
const MARGIN = 8;

/** The rows to draw for what is seen of the list, between two heights. */
export function rowsBetween(top: number, bottom: number, layout: ListLayout): Range {
  const from = Math.floor((rowAt(top, layout) - MARGIN) / STEP) * STEP;
  const to = Math.ceil((rowAt(bottom, layout) + 1 + MARGIN) / STEP) * STEP;
  return { from: Math.max(0, from), to: Math.min(layout.count, Math.max(0, to)) };
}

/** The rows of a range, and the active one in its place among them, so that whoever hears the list hears it in order. */
export function rowsToDraw({ from, to }: Range, active: number, count: number): number[] {
  const end = Math.min(to, count);
  const rows = Array.from({ length: Math.max(0, end - from) }, (_, at) => from + at);
  if (active >= count) return rows;
  if (active < from) return [active, ...rows];
  return active >= end ? [...rows, active] : rows;
}

/** By how much to scroll so that a row is seen whole between two heights; 0 where it is. */
export function scrollTo(index: number, top: number, bottom: number, layout: ListLayout): number {
  const begin = topOf(index, layout);
  const isFirstOfGroup = layout.groups.some(({ first }) => first === index);
  const upper = isFirstOfGroup ? begin - layout.heading : begin;
  if (upper < top) return upper - top;
  return Math.max(0, begin + layout.row - bottom);
}
