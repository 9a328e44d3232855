/** Which capture a file is, by its first bytes. @module */

import { packetLoggerOrder } from "./packetlogger.ts";
import { looksLikeBtsnoop } from "./snoop.ts";

export type CaptureFormat = "pcap" | "pcapng" | "btsnoop" | "packetlogger";

const MAGIC: Readonly<Record<string, { readonly little: boolean; readonly nanos: boolean }>> = {
  d4c3b2a1: { little: true, nanos: false },
  a1b2c3d4: { little: false, nanos: false },
  "4d3cb2a1": { little: true, nanos: true },
  a1b23c4d: { little: false, nanos: true },
};

const hexOf = (b: Uint8Array): string => Array.from(b, (x) => x.toString(16).padStart(2, "0")).join("");

/** Byte order and resolution of a classic file; undefined for other bytes. */
export function classicMagic(head: Uint8Array): { readonly little: boolean; readonly nanos: boolean } | undefined {
  return head.length < 4 ? undefined : MAGIC[hexOf(head.subarray(0, 4))];
}

/** The format of a capture that begins with these bytes (12 of them; of PacketLogger, which has no sign of its own, its first two records); undefined for other bytes. */
export function captureFormat(head: Uint8Array): CaptureFormat | undefined {
  if (classicMagic(head)) return "pcap";
  if (looksLikeBtsnoop(head)) return "btsnoop";
  if (head.length < 12) return undefined;
  if (hexOf(head.subarray(0, 4)) !== "0a0d0d0a") return packetLoggerOrder(head) && "packetlogger";
  const order = hexOf(head.subarray(8, 12));
  return order === "4d3c2b1a" || order === "1a2b3c4d" ? "pcapng" : undefined;
}
