import { zoneOfWorkingDay } from '../../demo/working-day.ts';

/** Tells the tests to keep the machine's clock and zone, as `npm run test:clock` sets them. */
const KEEPS_MACHINE_CLOCK = 'LANYARD_KEEPS_CLOCK';

/** The environment of a run in which the tests take the zone that they are given. */
export const keepZone = (zone: string): Record<string, string> => ({ TZ: zone, [KEEPS_MACHINE_CLOCK]: '1' });

/**
 * The zone of each lane; the one place that decides it. A test must never depend on the hour or the zone of the machine:
 *
 * - Unit tests run in London, where the tenant's mailboxes are. They pass at any hour and on any date.
 * - Browsers run in a zone in which it is between ten and eleven in the morning, and the tenant's mailboxes with them.
 *   So a day has meetings before and after now, and none of them crosses midnight.
 *
 * Both are Node's `TZ`, which a browser inherits. `npm run test:clock` sets the clock and the zone itself.
 */
export function testZone(lane: 'unit' | 'browsers'): Record<string, string> {
  if (process.env[KEEPS_MACHINE_CLOCK]) return {};
  return { TZ: lane === 'unit' ? 'Europe/London' : zoneOfWorkingDay(new Date()) };
}
