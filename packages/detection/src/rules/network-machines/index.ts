/**
 * The machines that spoke in a network, always told with what does not show: a person compares them with what they own. Where they told
 * addresses of their machines, only the others are named. A capture of one machine and its router is none of a room.
 * Source: network.md 3(a).
 * @module
 */
import { byMac, KnownMachines, type Machine, machineOf } from "../../network/machines.ts";
import { some } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** Machines that are named. */
const MAX_NAMED = 12;

function shown(of: readonly Machine[]): string {
  const [name, maker] = [of.flatMap((m) => m.names)[0], of.find((m) => m.maker !== "")?.maker];
  const called = [name, maker].filter((s) => s !== undefined && s !== "").join(", ");
  return called === "" ? of[0]!.mac : `${called} (${of[0]!.mac})`;
}

export const machines: Rule<Machine> = {
  id: "network/machines",
  version: 1,
  level: "info",
  words,
  needs: ["network/devices", "network/wifi"],
  baseRate: {
    fired: 11,
    samples: 43,
    what: "captures of nDPI, zeek and tcpdump with three machines or more: it is a list",
  },
  sources: ["network.md 3(a)"],
  budget: 10_000,
  fact: (r, ref) => machineOf(r, ref),
  *judge(facts, context) {
    const all = [...byMac(facts)].filter(([, of]) => !of.some((m) => m.router));
    if (all.length < 3) return;
    const known = new KnownMachines(context, facts);
    const others = all.filter(
      ([mac, of]) =>
        !known.has(
          mac,
          of.flatMap((m) => m.names),
        ),
    );
    yield {
      subject: "…",
      params: {
        machines: all.length,
        others: others.length,
        told: known.listed ? 1 : 0,
        names: some(
          others.map(([, of]) => shown(of)),
          MAX_NAMED,
        ),
        air: facts.some((m) => m.air) ? 1 : 0,
      },
      records: others.flatMap(([, of]) => of.map((m) => m.ref)),
    };
  },
};
