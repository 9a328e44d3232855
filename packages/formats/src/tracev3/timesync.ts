/**
 * Timesync files: what the wall clock said at which tick of which boot.
 *
 * Facts: libyal/dtformats, section "timesync database file format". Timestamps are nanoseconds since 1970 in UTC. A boot whose
 * records are missing has no wall clock here: its times stay relative to the boot.
 * @module
 */
import type { Report } from "@contraluz/core";
import { big64, i32, u16, u32, u64, uuid } from "./bytes.ts";

export interface BootRecord {
  readonly boot: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Nanoseconds since 1970 at tick 0; 0 if it was not known. */
  readonly wall: bigint;
  /** Minutes west of UTC. */
  readonly bias: number;
  readonly daylight: boolean;
  /** Bytes before it in the file. */
  readonly offset: number;
}

export interface SyncRecord {
  readonly ticks: number;
  readonly wall: bigint;
  readonly bias: number;
  readonly daylight: boolean;
}

export interface Boot extends BootRecord {
  readonly syncs: readonly SyncRecord[];
}

const BOOT = 0xbbb0;
const SYNC = 0x7354;
const BOOT_SIZE = 48;
const SYNC_SIZE = 32;

/** True if the bytes begin as a timesync file does. */
export function isTimesync(b: Uint8Array): boolean {
  return b.length >= BOOT_SIZE && u16(b, 0) === BOOT && u16(b, 2) === BOOT_SIZE;
}

/**
 * The boots of a timesync file, in its order; of one boot there may be several. Behind damage reading goes on at the next record:
 * they stand at multiples of eight.
 */
export function readTimesync(b: Uint8Array, report: Report): Boot[] {
  const boots: Boot[] = [];
  let syncs: SyncRecord[] | undefined;
  let lost = false;
  let at = 0;
  while (at + SYNC_SIZE <= b.length) {
    const sign = u16(b, at);
    const size = u16(b, at + 2);
    if (sign === BOOT && size === BOOT_SIZE && at + BOOT_SIZE <= b.length) {
      syncs = [];
      boots.push({
        boot: uuid(b, at + 8),
        numerator: u32(b, at + 24),
        denominator: u32(b, at + 28),
        wall: BigInt.asIntN(64, big64(b, at + 32)),
        bias: i32(b, at + 40),
        daylight: u32(b, at + 44) === 1,
        offset: at,
        syncs,
      });
      at += BOOT_SIZE;
      lost = false;
    } else if (sign === SYNC && size === SYNC_SIZE) {
      // Without a boot before it nobody knows whose ticks it counts.
      if (syncs)
        syncs.push({
          ticks: u64(b, at + 8),
          wall: BigInt.asIntN(64, big64(b, at + 16)),
          bias: i32(b, at + 24),
          daylight: u32(b, at + 28) === 1,
        });
      else report({ code: "log-damaged", offset: at, found: "a clock record of no boot", lost: "row" });
      at += SYNC_SIZE;
      lost = false;
    } else {
      if (!lost) report({ code: "log-damaged", offset: at, found: `0x${sign.toString(16)}, ${size} B`, lost: "bytes" });
      lost = true;
      at += 8;
    }
  }
  if (at < b.length && !lost) report({ code: "log-damaged", offset: at, found: `${b.length - at} B`, lost: "bytes" });
  return boots;
}
