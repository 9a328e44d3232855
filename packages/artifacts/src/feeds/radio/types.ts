/** What the feed of captures gives of a mobile network: messages between a phone and a cell, and sums of the logs at the end. @module */
import type { Moment, Origin } from "@contraluz/core";
import type { Generation } from "@contraluz/formats/gsmtap/index.ts";
import type { RrcMessage } from "@contraluz/formats/lte-rrc/index.ts";
import type { NasMessage } from "@contraluz/formats/nas/index.ts";

/** Where a message was heard. */
export interface RadioPlace {
  /** Number of the cell on its frequency (LTE); not in GSMTAP. */
  readonly pci?: number;
  readonly earfcn?: number;
  /** Of `earfcn` only 14 bits were kept. */
  readonly short?: true;
}

/** One message, read as far as it can be. */
export interface RadioItem extends RadioPlace {
  readonly kind: "radio";
  readonly at: Moment;
  /** Of the frame or packet, from 1. */
  readonly packet: number;
  readonly generation: Generation;
  /** `BCCH-DL-SCH-Message`, `NAS`, `SDCCH` … */
  readonly channel: string;
  /** From the phone to the network. */
  readonly up: boolean;
  /** `rrcConnectionRelease`, `identityRequest`; `?` where it could not be read. */
  readonly type: string;
  readonly rrc?: RrcMessage;
  readonly nas?: NasMessage;
  /** Broadcast: that which says the same was heard before. */
  readonly again?: true;
  /** Strength as received, dBm, where it was written. */
  readonly signal?: number;
  readonly origin: Origin;
}

/** How strongly a cell was received, or how far from it the network thinks the phone is. */
export interface RadioSignal extends RadioPlace {
  readonly kind: "radio-signal";
  readonly at: Moment;
  /** The same as a number of seconds. */
  readonly seconds: number;
  readonly packet: number;
  readonly generation: Generation;
  /** dBm: strength of the pilots where the modem or the phone wrote it, else as a receiver wrote it. */
  readonly signal?: number;
  /** At most so many metres (timing advance). */
  readonly metres?: number;
  /** The phone belongs to this cell. */
  readonly serving: boolean;
  readonly origin: Origin;
}

/** What the logs of one file were. The last item of a file with messages of a radio. */
export interface RadioEnd {
  readonly kind: "radio-end";
  /** Whole frames; of them messages that were read. */
  readonly frames: number;
  readonly messages: number;
  readonly first?: Moment;
  readonly last?: Moment;
  /** Frames before 2000: the clock was not set. */
  readonly unset: number;
  /** Times at which the clock went back, or forth by more than an hour. */
  readonly jumps: number;
  /** What is in it and was not read further, by name. */
  readonly passed: Readonly<Record<string, number>>;
  /** Messages that were shorter than they say, or of a kind that nobody knows. */
  readonly damaged: number;
  /** Messages of the core that were encrypted. */
  readonly encrypted: number;
  /** Messages that the log holds twice: within another, and alone. */
  readonly twice: number;
  readonly origin: Origin;
}
