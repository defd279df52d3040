import type { Faults, GraphFault } from '../faults.ts';

/** The fault of the longest prefix that fits a path, one time used up where its times are counted. */
export function takeFault(faults: Faults['graph'], path: string): GraphFault | null {
  const [prefix] = Object.keys(faults)
    .filter((each) => path.startsWith(each))
    .sort((left, right) => right.length - left.length);
  const fault = prefix === undefined ? undefined : faults[prefix];
  if (prefix === undefined || fault === undefined) return null;
  if (typeof fault === 'object' && fault.times !== undefined) {
    if (fault.times > 1) faults[prefix] = { ...fault, times: fault.times - 1 };
    else delete faults[prefix];
  }
  return fault;
}
