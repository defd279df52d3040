// `npm test`: the checks of every change, with the time of each lane and the count at the end.
import { LANES } from './lanes.ts';
import { runLanes } from './run-lanes.ts';

await runLanes([
  [LANES.types, LANES.style, LANES.lint],
  [LANES.unit],
  [LANES.components],
  [LANES.browsers],
  [LANES.endToEnd],
]);
