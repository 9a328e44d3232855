/** Reads rows of a compiled set: what each key stands for. @module */
import { isoUtc } from "@contraluz/core";
import { NONE } from "./builder.ts";
import { Column, Texts } from "./columns.ts";
import { key64 } from "./key64.ts";
import { indicatorKey } from "./keys.ts";
import { statedId } from "./order.ts";
import { unpack } from "./packed.ts";
import type { CompiledIndicators, MatchedIndicator } from "./types.ts";

/** The id of a sign whose publisher gave none: it depends on the sign alone. */
function ownId(key: string): string {
  const { hi, lo } = key64(key);
  return `sign--${hi.toString(16).padStart(8, "0")}${lo.toString(16).padStart(8, "0")}`;
}

export class Rows {
  readonly #campaigns: readonly string[];
  readonly #texts: Texts;
  readonly #at: Column;
  readonly #length: Column;
  readonly #packed: Column;
  readonly #campaign: Column;
  readonly #set: Column;
  readonly #validUntil: Column;
  readonly #alsoAt: Column;
  readonly #alsoLength: Column;
  readonly #id: readonly Column[];

  constructor(c: CompiledIndicators) {
    this.#campaigns = c.campaigns;
    this.#texts = new Texts(c.pages);
    this.#at = new Column(c.rows.at);
    this.#length = new Column(c.rows.length);
    this.#packed = new Column(c.rows.packed);
    this.#campaign = new Column(c.rows.campaign);
    this.#set = new Column(c.rows.set);
    this.#validUntil = new Column(c.rows.validUntil);
    this.#alsoAt = new Column(c.rows.alsoAt);
    this.#alsoLength = new Column(c.rows.alsoLength);
    this.#id = c.rows.id.map((d) => new Column(d));
  }

  value(row: number): string {
    return this.#texts.text(this.#at.get(row), this.#length.get(row));
  }

  /** True if `key` is the row's own, or the cut form of its process name. */
  has(key: string, row: number): boolean {
    const { type } = unpack(this.#packed.get(row));
    const value = this.value(row);
    const colon = key.indexOf(":");
    return colon === 1
      ? indicatorKey({ type, value }) === key
      : type === "process" && value.startsWith(key.slice(colon + 1));
  }

  indicator(row: number): MatchedIndicator {
    const p = unpack(this.#packed.get(row));
    const value = this.value(row);
    const campaign = this.#campaign.get(row);
    const until = this.#validUntil.get(row);
    const also = this.#alsoLength.get(row);
    return {
      id: p.statedId ? statedId(this.#id.map((c) => c.get(row))) : ownId(indicatorKey({ type: p.type, value })),
      type: p.type,
      value,
      ...(campaign === NONE ? {} : { campaign: this.#campaigns[campaign]! }),
      set: this.#set.get(row),
      grade: p.grade,
      role: p.role,
      ...(p.common ? { common: true as const } : {}),
      ...(until === 0 ? {} : { validUntil: isoUtc(BigInt(until) * 1_000_000_000n, "s") }),
      ...(p.tlp === "" ? {} : { tlp: p.tlp }),
      ...(also === 0 ? {} : { also: this.#texts.text(this.#alsoAt.get(row), also).split("\n") }),
    };
  }
}
