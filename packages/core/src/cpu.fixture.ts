/**
 * What work cost, for tests that say that an attacker's file must not cost much. A wall clock would say as much about what else the machine
 * does: a test that asks it fails on a busy one.
 * @module
 */

/**
 * Milliseconds of the processor that this process, with all its threads, has used since the call.
 * @example
 * const spent = cpu();
 * parse(hostile);
 * assert.ok(spent() < 2000);
 */
export function cpu(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
}
