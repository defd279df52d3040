/**
 * Returns how much work a call is, as milliseconds of the processor. The time on the clock would grow with everything
 * else that the machine is doing.
 */
export function workOf(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
