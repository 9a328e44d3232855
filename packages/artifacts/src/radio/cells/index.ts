/**
 * Cells of mobile networks that a phone or a modem heard: what each says of itself in its broadcast (LTE: block 1; 2G: system information
 * 3), how often it was heard, and what else it broadcasts.
 *
 * A cell that says something new of itself is another record: the rules compare them.
 * Sources: 3GPP TS 36.331, 6.2.2 (SystemInformationBlockType1); TS 44.018, 9.1.35; network.md 3(c).
 * @module
 */
import type { Moment } from "@contraluz/core";
import { readGsmCell } from "@contraluz/formats/nas/index.ts";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser, RadioItem } from "../../artifact.ts";
import { broadcastOf, sib1Of } from "../rrc-facts.ts";
import { fields, words } from "./words.ts";

/** Cells of one file. */
const MAX_CELLS = 20_000;

/** What else a cell broadcasts. */
interface Blocks {
  readonly names: Set<string>;
  neighbours: number | undefined;
}

interface Cell {
  readonly generation: string;
  readonly networks: readonly string[];
  readonly tac: number | undefined;
  readonly cell: number | undefined;
  readonly barred: boolean;
  readonly announced: number | undefined;
  readonly announces: readonly string[] | undefined;
  readonly item: RadioItem;
  last: Moment;
  count: number;
  readonly blocks: Blocks;
  /** Strongest, dBm. */
  signal: number | undefined;
}

class Cells implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #cells = new Map<string, Cell>();
  /** What the cell at this place said of itself last. */
  readonly #here = new Map<string, Cell>();
  /** Blocks that were heard before the first one, which says whose they are. */
  readonly #early = new Map<string, Blocks>();
  #over = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(i: CaptureItem): void {
    if (i.kind !== "radio") return;
    if (i.generation === "2g") this.#second(i);
    else if (i.generation === "4g" && i.channel.startsWith("BCCH-DL-SCH")) this.#fourth(i);
  }

  #fourth(i: RadioItem): void {
    const place = `${i.pci} ${i.earfcn}`;
    const sib1 = i.rrc && sib1Of(i.rrc);
    if (sib1) {
      const { networks, tac, cell, barred, blocks, names } = sib1;
      this.#heard(place, i, { generation: "4g", networks, tac, cell, barred, announced: blocks, announces: names });
      return;
    }
    const of = this.#here.get(place);
    if (of) this.#again(of, i);
    const b = i.rrc && broadcastOf(i.rrc);
    const blocks = b && (of?.blocks ?? this.#before(place));
    if (!blocks) return;
    for (const name of b.blocks) blocks.names.add(name);
    if (b.neighbours !== undefined) blocks.neighbours = Math.max(blocks.neighbours ?? 0, b.neighbours);
  }

  #before(place: string): Blocks | undefined {
    let of = this.#early.get(place);
    if (!of && this.#early.size < MAX_CELLS) {
      of = { names: new Set(), neighbours: undefined };
      this.#early.set(place, of);
    }
    return of;
  }

  #second(i: RadioItem): void {
    const of = i.nas && readGsmCell(i.nas.plain);
    if (!of || of.cell === undefined) return;
    const { plmn, area, cell } = of;
    const what = {
      generation: "2g",
      networks: [plmn],
      tac: area,
      cell,
      barred: false,
      announced: undefined,
      announces: undefined,
    };
    this.#heard(`2g ${i.earfcn}`, i, what);
  }

  #heard(
    place: string,
    i: RadioItem,
    what: Pick<Cell, "generation" | "networks" | "tac" | "cell" | "barred" | "announced" | "announces">,
  ): void {
    const key = `${place} ${what.networks.join()} ${what.tac} ${what.cell}`;
    let of = this.#cells.get(key);
    if (of) this.#again(of, i);
    else if (this.#cells.size >= MAX_CELLS) {
      this.#over++;
      return;
    } else {
      const blocks = this.#early.get(place) ?? { names: new Set<string>(), neighbours: undefined };
      this.#early.delete(place);
      of = { ...what, item: i, last: i.at, count: 1, blocks, signal: i.signal };
      this.#cells.set(key, of);
    }
    this.#here.set(place, of);
  }

  #again(of: Cell, i: RadioItem): void {
    of.count++;
    of.last = i.at;
    if (i.signal !== undefined) of.signal = Math.max(of.signal ?? -200, i.signal);
  }

  end(emit: Emit): void {
    for (const c of this.#cells.values()) {
      const [network] = c.networks;
      const [mcc, mnc] = network!.split("-");
      emit({
        kind: "cell",
        at: c.item.at,
        fields: {
          generation: c.generation,
          mcc,
          mnc,
          networks: [...c.networks],
          tac: c.tac,
          cell: c.cell,
          pci: c.item.pci,
          earfcn: c.item.earfcn,
          short: c.item.short,
          last: c.last,
          count: c.count,
          barred: c.barred,
          announced: c.announced,
          announces: c.announces ? [...c.announces] : undefined,
          blocks: [...c.blocks.names].sort(),
          neighbours: c.blocks.neighbours,
          signal: c.signal,
        },
        observables:
          c.tac === undefined || c.cell === undefined
            ? []
            : [{ type: "cell", value: `${mcc}-${mnc}-${c.tac}-${c.cell}`, contact: "listed" }],
        origin: c.item.origin,
      });
    }
    if (this.#over > 0) {
      const expected = `<= ${MAX_CELLS} cells`;
      this.#run.problem({ code: "record-limit", found: `${this.#over} more`, expected, lost: "row" });
    }
  }
}

export const cells: Artifact<"capture"> = {
  id: "radio/cells",
  version: 1,
  feed: "capture",
  where: {
    capture: { paths: ["**"], want: { items: ["radio"] } },
    "radio-capture": { paths: ["log/**"], want: { items: ["radio"] } },
  },
  fields,
  key: { cell: ["generation", "networks", "tac", "cell", "pci", "earfcn"] },
  observes: [["cell", "listed"]],
  words,
  sources: ["3GPP TS 36.331", "3GPP TS 44.018", "network.md 3(c)"],
  parse: (run) => new Cells(run),
};
