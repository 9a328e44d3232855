/** What a capture holds: frames as they were taken, with their place in the file. @module */

/**
 * One captured frame. The reader uses one object again and again: what is to be kept must be copied, the bytes too.
 * Source of the fields: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng.
 */
export interface Packet {
  /** From 1, over the whole file. */
  number: number;
  /** Of its record or block in the file. */
  offset: number;
  /** Whole seconds since 1970 (as the file tells it: the clock may have been wrong), and nanoseconds. */
  seconds: number;
  nanos: number;
  /** Link type of tcpdump.org. */
  link: number;
  /** Number of its interface within the section, from 0. */
  iface: number;
  /** Its bytes are `bytes[start]` to `bytes[end - 1]`. */
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Bytes that it had on the wire. */
  length: number;
  /** A comment of pcapng on this frame. */
  comment: string | undefined;
}

/** What a capture says besides its frames. */
export type CaptureNote =
  | {
      readonly kind: "interface";
      readonly iface: number;
      readonly link: number;
      readonly name?: string;
      readonly os?: string;
    }
  | {
      readonly kind: "section";
      readonly application?: string;
      readonly hardware?: string;
      readonly os?: string;
      readonly comment?: string;
    }
  | { readonly kind: "name"; readonly address: string; readonly name: string; readonly offset: number }
  /** Keys of TLS lie in the file: how many bytes, and their key log, if it is one. Whoever keeps it must copy it. */
  | { readonly kind: "secrets"; readonly length: number; readonly offset: number; readonly text?: Uint8Array }
  | { readonly kind: "dropped"; readonly iface: number; readonly count: number };

export interface CaptureSink {
  packet(p: Packet): void;
  note(n: CaptureNote): void;
}
