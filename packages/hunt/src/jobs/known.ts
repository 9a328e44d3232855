/** Which case an arrival joins: the one that has the same consent word by word, or the same evidence. @module */
import type { Consent } from "@contraluz/case/consent/types.ts";
import type { CaseShelf, IntakeOptions } from "@contraluz/case/inbox/index.ts";
import { type Known, knownOf, textOf } from "@contraluz/case/inbox/known.ts";
import type { Sha256 } from "@contraluz/core";

/** Cases as they were when they were first seen: each is opened once. A consent that was taken back since is noticed by its own case. */
export class KnownCases {
  readonly #shelf: CaseShelf;
  readonly #o: IntakeOptions;
  readonly #read = new Set<string>();
  readonly #known: Known = { packs: new Map(), evidence: new Map(), consents: new Map(), former: new Map() };

  constructor(shelf: CaseShelf, o: IntakeOptions) {
    this.#shelf = shelf;
    this.#o = o;
  }

  /** Reads the cases that came since. Gives the names of all. */
  async look(): Promise<readonly string[]> {
    const names = await this.#shelf.list();
    const fresh = names.filter((n) => !this.#read.has(n));
    if (fresh.length === 0) return names;
    const found = await knownOf({ ...this.#shelf, list: async () => fresh }, this.#o);
    for (const name of fresh) this.#read.add(name);
    for (const part of ["packs", "evidence", "consents"] as const)
      for (const [key, name] of found[part]) this.#known[part].set(key, name);
    for (const [text, f] of found.former) this.#known.former.set(text, f);
    for (const text of this.#known.consents.keys()) this.#known.former.delete(text);
    return names;
  }

  /** The case of a consent, or else of evidence; `former` where the consent holds no more. */
  of(
    consent: Consent,
    evidence: Sha256,
  ): { readonly case?: string; readonly by?: "consent" | "evidence"; readonly former?: string } {
    const said = textOf(consent);
    const former = this.#known.former.get(said);
    if (former) return { former: former.case };
    const same = this.#known.consents.get(said);
    if (same !== undefined) return { case: same, by: "consent" };
    const held = this.#known.evidence.get(evidence);
    return held === undefined ? {} : { case: held, by: "evidence" };
  }

  /** What was just made, or put into a case. */
  note(name: string, consent: Consent | undefined, evidence: Sha256): void {
    this.#read.add(name);
    this.#known.evidence.set(evidence, name);
    if (consent) this.#known.consents.set(textOf(consent), name);
  }
}
