import { table } from '../measure.ts';
import { atMost, type Target } from '../targets.ts';
import type { Costs, DayCost, Traffic } from './costs.ts';
import type { Fleet } from './fleet.ts';

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

const cells = ({ requests, parts, bytes }: Traffic) => [String(requests), String(parts), kilobytes(bytes)];

/** What a working day costs, in words. */
export function describeCosts(costs: Costs): string {
  const { hours, openings, quiet, everything, unchanged, number, mailDelta } = costs;
  const day = (name: string, { ours, tenants, background, tokens }: DayCost) => [
    [`${name}: all`, ...cells(ours), ...cells(tenants), String(tokens)],
    [`${name}: without the openings`, ...cells(background), '-', '-', '-', '-'],
  ];
  const counted = ['requests', 'parts', 'kB'];
  return [
    `Cost: one person, ${hours} h with ${openings} openings of the popup; parts are what Graph counts`,
    table([
      ['', ...counted, ...counted.map((each) => `tenant’s ${each}`), 'token requests'],
      ...day('as it comes', quiet),
      ...day('everything on', everything),
    ]),
    table([
      ['one look', ...counted],
      ['everything on, nothing new', ...cells(unchanged)],
      ['the number of unread messages alone', ...cells(number)],
      [`a delta query of ${mailDelta.messages} messages, first`, ...cells(mailDelta.first)],
      ['the same, nothing new', ...cells(mailDelta.unchanged)],
    ]),
    `reminders shown: ${everything.reminders}`,
  ].join('\n');
}

/** How far the lots take apart those who began together, in words. */
export function describeFleet({ browsers, first, second, afterAnHour, afterThrottling }: Fleet): string {
  const cell = (share: number) => `${share.toFixed(2)} %`;
  return [
    `${browsers} browsers started in the same second, everything on: how many look in the fullest second`,
    table([
      ['first look', 'second look', 'after an hour', 'after one Retry-After for all', 'without lots'],
      [cell(first), cell(second), cell(afterAnHour), cell(afterThrottling), cell(100)],
    ]),
  ].join('\n');
}

/** Nothing but Lanyard's own looking is held against it: an opening is what somebody has asked for. */
export function costTargets({ hours, quiet, everything, unchanged }: Costs): Target[] {
  const minutes = hours * 60;
  const per = (parts: number) => (parts * 5) / minutes;
  // A few lines of the connection's own are only in what arrives.
  const isSame = ({ ours, tenants }: DayCost) =>
    ours.requests === tenants.requests &&
    ours.parts === tenants.parts &&
    Math.abs(ours.bytes / tenants.bytes - 1) < 0.01;
  return [
    atMost('background, as it comes', quiet.background.parts, 0, 'parts a day'),
    atMost(
      'background, everything on',
      Number(per(everything.background.parts).toFixed(2)),
      1,
      'parts in 5 min',
    ),
    atMost('a look with nothing new', unchanged.bytes, 2000, 'bytes'),
    {
      what: 'our counts and the tenant’s',
      found: [quiet, everything].every(isSame) ? 'alike' : 'not alike',
      wanted: 'alike, bytes to 1 %',
      isMet: [quiet, everything].every(isSame),
    },
  ];
}
