/** How many threads a check may take beside its own. Each has a heap of its own, some 50 MB: a phone has few of those. @module */

export interface Device {
  readonly cores: number;
  /** Gigabytes, where the browser says so (Chromium: rounded, at most 8). */
  readonly memory?: number | undefined;
  /** What the browser calls itself. */
  readonly agent: string;
}

const FEW_CORES = 4;
const LITTLE_MEMORY = 4;
const THREADS = 2;
/** Phones and tablets; an iPad that passes for a Mac has memory enough. */
const HANDHELD = /Android|iPhone|iPad|Mobile/;

/**
 * None on a phone, on a computer with few cores or little memory.
 * @example const workers = threadsFor(deviceOf(navigator));
 */
export function threadsFor(d: Device): number {
  const small = d.cores < FEW_CORES || (d.memory ?? LITTLE_MEMORY + 1) <= LITTLE_MEMORY || HANDHELD.test(d.agent);
  return small ? 0 : THREADS;
}

/** Of the browser's own object; `deviceMemory` is only Chromium's (W3C Device Memory). */
export function deviceOf(n: {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
  readonly userAgent?: string;
}): Device {
  return { cores: n.hardwareConcurrency ?? 1, memory: n.deviceMemory, agent: n.userAgent ?? "" };
}
