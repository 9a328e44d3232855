/** Records and findings as a person names them: `0001/ios/sms/4`, `0001/3` (the third finding), `0001/8e1b2a…`. @module */
import type { Cite, FindingCite } from "@contraluz/case/log/actions.ts";
import { readCite } from "@contraluz/case/timeline/cursor.ts";
import { resultOfCheck, type Vault } from "@contraluz/case/vault/index.ts";
import { type Finding, type Result, say } from "@contraluz/core";
import { inOrder } from "@contraluz/report/order.ts";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { checkNamed } from "./open.ts";
import { R } from "./review-words.ts";

/** A finding by the number under which `explain` lists it, or by the beginning of its id; undefined if none is meant, or several. */
export function findingNamed(result: Pick<Result, "findings">, name: string): Finding | undefined {
  const list = inOrder(result.findings);
  if (/^\d{1,4}$/.test(name) && list[Number(name) - 1]) return list[Number(name) - 1];
  const found = name.length >= 4 ? list.filter((f) => f.id.startsWith(name)) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** Reads cites of one case; results are read once. */
export class CiteReader {
  readonly #vault: Vault;
  readonly #args: Args;
  readonly #results = new Map<string, Promise<Result>>();

  constructor(vault: Vault, args: Args) {
    this.#vault = vault;
    this.#args = args;
  }

  result(check: string): Promise<Result> {
    let r = this.#results.get(check);
    if (!r) this.#results.set(check, (r = resultOfCheck(this.#vault, check)));
    return r;
  }

  /** Throws UsageError for what names neither. */
  async cite(text: string): Promise<Cite> {
    const bad = new UsageError(say(R.badCite, this.#args.lang, { found: printable(text) }));
    const record = readCite(text);
    if (record) {
      const check = checkNamed(this.#vault, record.check, this.#args);
      const stored = (await this.result(check)).records[record.artifact];
      if (!stored || record.ordinal >= stored.count) throw bad;
      return { ...record, check };
    }
    const m = /^(\d{1,8})\/([0-9a-f]{1,16})$/.exec(text);
    if (!m) throw bad;
    return this.finding(m[1]!, m[2]!);
  }

  /** Throws UsageError where the check has no such finding. */
  async finding(check: string | undefined, name: string): Promise<FindingCite> {
    const of = checkNamed(this.#vault, check, this.#args);
    const found = findingNamed(await this.result(of), name);
    if (!found) throw new UsageError(say(R.noFinding, this.#args.lang, { id: printable(name) }));
    return { check: of, finding: found.id };
  }
}
