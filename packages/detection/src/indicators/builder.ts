/** Gathers the rows of all sets, in few bytes a row. @module */
import { byCodeUnit, ContraluzError, type Grade, type ObservableType, own } from "@contraluz/core";
import { Column, Texts } from "./columns.ts";
import { isCommon } from "./common.ts";
import { cheapKey, key64 } from "./key64.ts";
import { indicatorKey, type NormalIndicator, normalIndicator } from "./keys.ts";
import { pack, roleOf, withGrade } from "./packed.ts";
import type { IndicatorSink, RawIndicator, Role, RowData } from "./types.ts";

/** Rows of all sets together, and bytes of their values: beyond every published set. A row takes 80 to 250 bytes in all. */
const MAX_ROWS = 2_000_000;
const MAX_BYTES = 2 ** 28;
/** Names of campaigns kept; more is a broken set. */
const MAX_CAMPAIGNS = 50_000;
/** Names as programs write them, and as people read them: sets of one campaign count together. */
const SPELLINGS: Readonly<Record<string, string>> = {
  OperationTriangulation: "Operation Triangulation",
  KingSpawn: "QuaDream KingsPawn",
  RCSLab: "RCS Lab Hermit",
  WyrmSpy_DragonEgg: "WyrmSpy, DragonEgg",
  MercenarySpywareCampaign: "Mercenary spyware campaign of 2023",
};
/** No campaign; a dropped row. */
export const NONE = 0xffffffff;

const UUID = /^indicator--([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})([0-9a-f]{8})$/;

/** The four words of an `indicator--UUID` id, or undefined. */
export function idWords(id: string): [number, number, number, number] | undefined {
  const m = UUID.exec(id);
  if (!m) return undefined;
  return [
    Number.parseInt(m[1]!, 16),
    Number.parseInt(m[2]! + m[3]!, 16),
    Number.parseInt(m[4]! + m[5]!, 16),
    Number.parseInt(m[6]!, 16),
  ];
}

/** Characters of the keys beside a sign: beyond this it is no sign of one record. */
const MAX_ALSO = 8192;

/**
 * One of several parts that must all be met, the others as keys: the same one whatever their order. Undefined where a part
 * is no value of its type, or a range, which is no key of an address.
 */
function joint(parts: readonly (NormalIndicator | undefined)[]): [NormalIndicator, string] | undefined {
  const byKey = new Map<string, NormalIndicator>();
  for (const p of parts) {
    if (!p || (p.type === "ip" && p.value.includes("/"))) return undefined;
    byKey.set(indicatorKey(p), p);
  }
  const [first, ...rest] = [...byKey.keys()].sort(byCodeUnit);
  const also = rest.join("\n");
  return also.length > MAX_ALSO ? undefined : [byKey.get(first!)!, also];
}

function tooMany(): ContraluzError {
  const expected = `at most ${MAX_ROWS} signs, and ${MAX_BYTES} bytes of them`;
  return new ContraluzError("too-large", "too many signs", {
    code: "too-large",
    found: "more",
    expected,
    lost: "file",
  });
}

/** A text for people from a file that we did not write: one line, of bounded length. */
export function oneLine(text: string, max = 200): string {
  // Of a name of megabytes the beginning is kept, and nothing else is held on to.
  const line = text
    .slice(0, 20 * max)
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, " ")
    .trim();
  return own(line.slice(0, max));
}

export class Builder {
  readonly hi: Column = new Column();
  readonly lo: Column = new Column();
  readonly cheap: Column = new Column();
  readonly at: Column = new Column();
  readonly length: Column = new Column();
  readonly packed: Column = new Column();
  readonly campaign: Column = new Column();
  readonly set: Column = new Column();
  readonly validUntil: Column = new Column();
  readonly alsoAt: Column = new Column();
  readonly alsoLength: Column = new Column();
  readonly id: readonly [Column, Column, Column, Column] = [new Column(), new Column(), new Column(), new Column()];
  readonly texts: Texts = new Texts();
  readonly campaigns: string[] = [];
  readonly #campaignOf = new Map<string, number>();

  get data(): RowData {
    const { at, length, packed, campaign, set, validUntil, alsoAt, alsoLength, id } = this;
    return {
      at: at.data,
      length: length.data,
      packed: packed.data,
      campaign: campaign.data,
      set: set.data,
      validUntil: validUntil.data,
      alsoAt: alsoAt.data,
      alsoLength: alsoLength.data,
      id: id.map((c) => c.data),
    };
  }

  get rows(): number {
    return this.hi.length;
  }

  /** Rows of `set` come through this sink. */
  sink(set: number): IndicatorSink {
    const first = this.rows;
    return {
      add: (i) => {
        const row = this.#add(i, set);
        return row < 0 ? -1 : row - first;
      },
      setCampaign: (row, campaign, grade) => this.#setCampaign(first + row, campaign, grade),
      drop: (row) => this.at.set(first + row, NONE),
    };
  }

  isDropped(row: number): boolean {
    return this.at.get(row) === NONE;
  }

  value(row: number): string {
    return this.texts.text(this.at.get(row), this.length.get(row));
  }

  /** The keys that the same record must show too, one a line; "" for none. */
  also(row: number): string {
    const length = this.alsoLength.get(row);
    return length === 0 ? "" : this.texts.text(this.alsoAt.get(row), length);
  }

  #add(raw: RawIndicator, set: number): number {
    let normal = normalIndicator(raw.type, raw.value);
    if (!normal) return -1;
    let also = "";
    if (raw.also) {
      const parts = joint([normal, ...raw.also.map((x) => normalIndicator(x.type, x.value))]);
      if (!parts) return -1;
      [normal, also] = parts;
    }
    if (this.rows >= MAX_ROWS || this.texts.size >= MAX_BYTES) throw tooMany();
    const key = indicatorKey(normal);
    const { hi, lo } = key64(key);
    const words = raw.id === undefined ? undefined : idWords(raw.id);
    this.hi.push(hi);
    this.lo.push(lo);
    const cheap = cheapKey(key);
    this.cheap.push(cheap.hash);
    this.at.push(this.texts.push(normal.value));
    this.length.push(this.texts.lastLength);
    this.packed.push(
      pack({
        type: normal.type,
        role: this.#role(raw, normal.type),
        grade: raw.grade ?? "spyware",
        common: raw.common === true || isCommon(normal.type, normal.value),
        tlp: raw.tlp ?? "",
        statedId: words !== undefined,
      }),
    );
    this.campaign.push(raw.campaign === undefined ? NONE : this.#campaign(raw.campaign));
    this.alsoAt.push(also === "" ? 0 : this.texts.push(also));
    this.alsoLength.push(also === "" ? 0 : this.texts.lastLength);
    this.set.push(set);
    this.validUntil.push(raw.validUntil ?? 0);
    for (let k = 0; k < 4; k++) this.id[k]!.push(words?.[k] ?? 0);
    return this.rows - 1;
  }

  /** A role that the source states stays, where the type is still one that can have it. */
  #role(raw: RawIndicator, type: ObservableType): Role {
    const own = roleOf(type);
    const page = raw.role === "vendor" || raw.role === "young";
    return raw.role !== undefined && (own === "server" || !page) ? raw.role : own;
  }

  #campaign(name: string): number {
    const line = oneLine(name);
    if (line === "") return NONE;
    const text = Object.hasOwn(SPELLINGS, line) ? SPELLINGS[line]! : line;
    const known = this.#campaignOf.get(text);
    if (known !== undefined) return known;
    if (this.campaigns.length >= MAX_CAMPAIGNS) return NONE;
    this.#campaignOf.set(text, this.campaigns.length);
    return this.campaigns.push(text) - 1;
  }

  #setCampaign(row: number, campaign: string, grade: Grade): void {
    this.campaign.set(row, this.#campaign(campaign));
    this.packed.set(row, withGrade(this.packed.get(row), grade));
  }
}
