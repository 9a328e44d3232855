/**
 * Messages of LTE's radio resource control (RRC), by the channel that they came on.
 *
 * The table of types is large: it is loaded with this module, and read as far as messages need it.
 * Source: 3GPP TS 36.331, 5 (which channel), 6 (messages); `table.ts` says which version.
 * @example
 * const { name, value } = readRrc("DL-DCCH-Message", bytes);
 * @module
 */
import { Choice, decode, readTable, type TypeTable, type UperValue } from "../uper/index.ts";
import { ROOTS, TYPES } from "./table.ts";

let table: TypeTable | undefined;

/** Channels whose messages can be read, as the specification names their messages. */
export type RrcChannel = string;

export interface RrcMessage {
  /** `rrcConnectionRelease`, `systemInformationBlockType1`; `?` if it could not be read. */
  readonly name: string;
  /** Of the message that has this name. */
  readonly value: UperValue | undefined;
  /** The message as a whole. */
  readonly whole: UperValue | undefined;
  readonly damage?: "short" | "limit" | "unknown";
  /** Extensions that are newer than the table. */
  readonly unknown: number;
}

const WRAPPERS = /^(?:message|c[1-9]|messageClassExtension(?:Future-r\d{2})?)$/;

/** Names of messages stand within choices of choices. */
function named(whole: UperValue | undefined): { readonly name: string; readonly value: UperValue | undefined } {
  let v = whole;
  for (let i = 0; i < 6; i++) {
    const inner = field(v, "message");
    if (inner !== undefined) v = inner;
    else if (!(v instanceof Choice)) break;
    else if (WRAPPERS.test(v.name)) v = v.value;
    else return { name: v.name, value: v.value };
  }
  return { name: "?", value: v };
}

/** Reads a message; undefined for a channel that the table does not have. Broadcast of the master block has no name of its own: `mib`. */
export function readRrc(channel: RrcChannel, bytes: Uint8Array): RrcMessage | undefined {
  const root = Object.hasOwn(ROOTS, channel) ? ROOTS[channel] : undefined;
  if (root === undefined) return undefined;
  table ??= readTable(TYPES);
  const { value: whole, damage, unknown } = decode(table, root, bytes);
  const found = channel.startsWith("BCCH-BCH") ? { name: "mib", value: field(whole, "message") } : named(whole);
  return { ...found, whole, unknown, ...(damage ? { damage } : {}) };
}

/** A part of a sequence by its name; of anything else undefined. */
export function field(v: UperValue | undefined, name: string): UperValue | undefined {
  if (typeof v !== "object" || v === null || Array.isArray(v) || v instanceof Uint8Array || v instanceof Choice)
    return undefined;
  return Object.hasOwn(v, name) ? (v as { readonly [k: string]: UperValue })[name] : undefined;
}

/** Down through sequences and choices: a name that is the one chosen, or of a part. Undefined where the way ends. */
export function path(v: UperValue | undefined, ...names: readonly string[]): UperValue | undefined {
  let at = v;
  for (const name of names) at = at instanceof Choice ? (at.name === name ? at.value : undefined) : field(at, name);
  return at;
}

export function list(v: UperValue | undefined): readonly UperValue[] {
  return Array.isArray(v) ? (v as readonly UperValue[]) : [];
}
