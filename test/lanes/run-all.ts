// `npm run test:all`: every lane that a machine can run by itself, a line each. Mutation testing takes hours and is run by hand.
import { LANES } from './lanes.ts';
import { runLanes } from './run-lanes.ts';

await runLanes([
  [LANES.types, LANES.style, LANES.lint],
  [LANES.unit],
  [LANES.components],
  [LANES.browsers],
  [LANES.wholeChromium, LANES.wholeFirefox],
  // Idle for most of its time, so it costs the sweep nothing.
  [LANES.sweep, LANES.long],
  [LANES.clock],
  [LANES.tour],
]);
