/**
 * C4, C5, C14, C16: the network chose to encrypt nothing, or to sign nothing. LTE: EEA0 and EIA0, in the command of the radio and in that
 * of the core; 2G: no encryption, or A5/2, which anybody breaks.
 *
 * Some networks encrypt only on the radio and not towards the core, or not at all where their country wants it so: then every connection is
 * like it. A call for help without a SIM has neither. One finding for each kind and cell.
 * Sources: 3GPP TS 33.401, 5.1 (EEA0 only for emergency; EIA0 the same); TS 24.301, 5.4.3; TS 43.020; network.md 3(c).
 * @module
 */
import { after, grouped, type Said, saidOf } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** Where it was: on the radio, towards the core, in 2G. */
type Part = "radio" | "core" | "2g";

interface Choice {
  readonly said: Said;
  readonly part: Part;
  readonly what: "cipher" | "integrity";
  readonly bare: boolean;
}

const EMERGENCY = 120;
/** Cells of one kind that are told one by one. */
const MAX_CELLS = 4;

function* choices(facts: readonly Said[]): Generator<Choice> {
  for (const said of facts) {
    if (said.generation === "2g") {
      if (said.type === "cipheringModeCommand")
        yield { said, part: "2g", what: "cipher", bare: said.cipher === "none" || said.cipher === "A5/2" };
      continue;
    }
    const part = said.security === "" ? "radio" : "core";
    if (said.cipher !== "") yield { said, part, what: "cipher", bare: said.cipher === "eea0" };
    if (said.integrity !== "")
      yield { said, part, what: "integrity", bare: said.integrity === "eia0" || said.integrity === "eia0-v920" };
  }
}

export const noCipher: Rule<Said> = {
  id: "radio/no-cipher",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 1,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks: a note on China Mobile of 2020, which encrypts the radio and not the part to the core",
  },
  sources: ["3GPP TS 33.401", "3GPP TS 24.301, 5.4.3", "network.md 3(c) C4, C5, C14, C16"],
  budget: 100_000,
  fact(r, ref) {
    const f = r.fields;
    if (r.kind !== "message" || (f.cipher === undefined && f.integrity === undefined && f.emergency !== true))
      return undefined;
    return saidOf(r, ref);
  },
  *judge(facts) {
    const emergency = after(facts, (f) => f.emergency, EMERGENCY);
    const all = [...choices(facts)];
    const radio = all.some((c) => c.part === "radio" && c.what === "cipher" && !c.bare);
    for (const part of ["radio", "core", "2g"] as const)
      for (const what of ["cipher", "integrity"] as const) {
        const of = all.filter((c) => c.part === part && c.what === what);
        const bare = of.filter((c) => c.bare && !emergency.has(c.said));
        const cells = grouped(bare, (c) => c.said.where);
        // Where the whole network is like it, that is one thing and not one for each cell.
        const whole = of.length >= 3 && bare.length === of.length;
        const groups: [string, Choice[]][] = whole || cells.size > MAX_CELLS ? [["", bare]] : [...cells];
        for (const [where, those] of groups)
          if (those.length > 0)
            yield {
              subject: `${part} ${what} ${where}`.trim(),
              // A network that always does it only towards the core, and encrypts the radio: its habit.
              ...(whole && part === "core" && what === "cipher" && radio ? { level: "info" as const } : {}),
              params: {
                case: what,
                part,
                times: those.length,
                of: of.length,
                where,
                whole: whole ? 1 : 0,
                name: those[0]!.said[what],
              },
              records: those.map((c) => c.said.ref),
            };
      }
  },
};
