/** Versions of systems. @module */

/**
 * True if version `a` came before `b`, number by number.
 * @example isOlder("17.6.1", "17.10") // true
 */
export function isOlder(a: string, b: string): boolean {
  const [x, y] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const d = (Number(x[i]) || 0) - (Number(y[i]) || 0);
    if (d !== 0) return d < 0;
  }
  return false;
}
