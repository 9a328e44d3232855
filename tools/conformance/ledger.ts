/**
 * The ledger against the truth of `gen_archive.py`: what follows for each claim, and records that the checks must refuse. Reviewer, reply
 * and term of a claim, which a person adds, are added here.
 * @module
 */
import {
  type Checked,
  checkLedger,
  PageTexts,
  readLedger,
  refuseState,
  statesOf,
} from "@contraluz/archive/ledger/index.ts";
import { type MadeArchive, madeArchive, type TrueLedger, type TrueSource } from "./archive-truth.ts";
import { type Case, same } from "./runner.ts";

const SEEDS = ["7", "11", "23", "41"];
const END = "2007-01-01";

/** Fields that only a person can fill in. */
const PERSON = {
  reviewer: { name: "Revisora del archivo" },
  on: END,
  reply_of_the_party: { state: "not-possible" },
};

class Lines {
  readonly texts: PageTexts = new PageTexts();
  readonly #a: MadeArchive;
  constructor(a: MadeArchive) {
    this.#a = a;
  }

  source(s: TrueSource, quote: string = s.quote): object {
    const page = this.#a.page(s.file, s.n);
    this.texts.add(page);
    return { sha256: page.doc, page: s.n, name: s.file, quote };
  }

  claim(c: TrueLedger["claims"][number], quote: string = c.quote): object {
    const { place, ...scope } = c.scope;
    return {
      type: "claim",
      id: c.id,
      speaker: { name: c.speaker.name, office: c.speaker.office, body: c.speaker.body },
      said_on: c.said_on,
      quote,
      kind: c.kind,
      scope: { ...scope, ...(place === "nacional" ? {} : { place }) },
      term: c.quote.includes("a más tardar") ? "by" : "during",
      holds_from: c.holds_from,
      holds_until: c.holds_until,
      source: c.sources.map((s) => this.source(s, s.quote.replace(c.quote, quote))),
    };
  }

  act(a: TrueLedger["acts"][number]): object {
    const source = a.sources.map((s) => this.source(s));
    return { type: "act", id: a.id, actor: a.actor, what_es: a.what, on: a.on, status: a.status, source };
  }
}

function check(lines: readonly object[], texts: PageTexts): Checked {
  const { ledger, faults } = readLedger(lines.map((l) => JSON.stringify(l)).join("\n"));
  same("faults of the file", faults, []);
  return checkLedger(ledger, { texts });
}

function ledgerOf(temp: string, seed: string): Case {
  return {
    name: `ledger, archive of seed ${seed}`,
    run() {
      const a = madeArchive(temp, seed, "120");
      const { ledger: t } = a.truth;
      const l = new Lines(a);
      const base = [...t.claims.map((c) => l.claim(c)), ...t.acts.map((x) => l.act(x))];
      const links = t.links.map((x, i) => ({
        type: "link",
        id: `L${i + 1}`,
        claim_id: x.claim,
        act_id: x.act,
        relation: x.relation,
        why_es: x.why,
        ...PERSON,
      }));
      const good = check([...base, ...links], l.texts);
      same("refusals", good.refusals, []);
      const states = statesOf(good, END);
      for (const c of t.claims) same(`state of ${c.id}`, states.find((s) => s.claim.id === c.id)?.state, c.state);
      for (const x of t.links) {
        const w = states.flatMap((s) => s.weighed).find((y) => y.link.claim_id === x.claim && y.link.act_id === x.act);
        same(`origins of ${x.act}`, w?.origins, x.independent_sources);
      }
      const earlier = statesOf(good, "1900-01-01");
      same("nothing was said in 1900", earlier.length, 0);
      for (const b of t.bad) same(`refusals of a bad ${b.what}`, refused(b, base, good, l, t), [b.expect]);
      return `${t.claims.length} claims in their state, ${t.bad.length} bad records refused for what is wrong with them`;
    },
  };
}

function refused(
  b: TrueLedger["bad"][number],
  base: readonly object[],
  good: Checked,
  l: Lines,
  t: TrueLedger,
): string[] {
  const { record } = b;
  if (b.what === "state") {
    const claim = good.ledger.claims.find((c) => c.id === record.claim)!;
    return refuseState(claim, "broken", good, END).map((r) => r.code);
  }
  if (b.what === "claim") {
    const of = t.claims.find((c) => c.id === b.source_of)!;
    const bad = { ...l.claim(of, String(record.quote)), id: "bad" };
    return [...new Set(check([bad], l.texts).refusals.map((r) => r.code))];
  }
  const { reviewer, ...person } = PERSON;
  const bad = {
    type: "link",
    id: "bad",
    claim_id: record.claim,
    act_id: record.act,
    relation: record.relation,
    why_es: "…",
    ...person,
    ...(Object.hasOwn(record, "reviewer") ? {} : { reviewer }),
  };
  return check([...base, bad], l.texts)
    .refusals.filter((r) => r.id === "bad")
    .map((r) => r.code);
}

export function ledgerCases(temp: string): readonly Case[] {
  return SEEDS.map((seed) => ledgerOf(temp, seed));
}
