/** Checks of a case in the thread: what comes in, is looked at, and is shown as the answer that the page knows. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { mayKeep, scopeOf, standing } from "@contraluz/case/consent/gate.ts";
import { hashText } from "@contraluz/case/log/entry.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import {
  type CaseCheck,
  checkInCase,
  copyEvidence,
  hashEvidence,
  latestConsent,
  type OpenVault,
  openCopy,
  recheckInCase,
  refuse,
  resultOfCheck,
  storedCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Input, type Lang, type Problem, type Result, say } from "@contraluz/core";
import { type CompiledIndicators, RULES } from "@contraluz/detection";
import { htmlReport } from "@contraluz/report";
import { encodeStructure, type StoredFolder } from "@contraluz/store";
import type { Chosen, Signs, Step } from "../../engine/protocol.ts";
import { stepTeller } from "../../engine/steps.ts";
import { deviceOf, threadsFor } from "../../engine/threads.ts";
import { VERSION } from "../../version.ts";
import type { CaseQuestions } from "../ask.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

/** What the desk has from the session that it belongs to. */
export interface DeskHost {
  readonly machine: CaseMachine;
  step(step: Step): void;
  now(): number;
  /** `problems`: lines of the lists that could not be read. */
  compile(
    signs: readonly Signs[],
  ): Promise<{ readonly compiled: CompiledIndicators; readonly problems: number } | { readonly empty: string }>;
  secret(why: Problem): Promise<Uint8Array | undefined>;
  input(chosen: Chosen): Input;
  /** A new piece of work that the person can stop. */
  begin(): AbortSignal;
  /** Makes this result the one that the answer and the bench show. */
  keep(
    k: {
      readonly result: Result;
      readonly fingerprint: string;
      readonly folder: StoredFolder;
      names(): Promise<readonly string[]>;
    },
    inputs: readonly Input[],
  ): Promise<void>;
}

export interface CaseChecks {
  /** Throws Unsaid for a list without signs, or half of one. */
  compile(signs: readonly Signs[], lang: Lang): Promise<CompiledIndicators>;
  check(
    vault: OpenVault,
    actor: string,
    q: CaseQuestions["check"]["ask"],
    lang: Lang,
  ): Promise<{ readonly check: string }>;
  recheck(
    vault: OpenVault,
    actor: string,
    q: CaseQuestions["recheck"]["ask"],
    lang: Lang,
  ): Promise<CaseQuestions["recheck"]["answer"]>;
  /** A check that is there already. */
  show(vault: OpenVault, check: string): Promise<void>;
}

export function caseChecks(host: DeskHost): CaseChecks {
  const { machine } = host;
  const { platform } = machine;

  /** Progress of a check, as the page shows it. */
  const teller = (vault: OpenVault) => {
    const ids = ARTIFACTS.map((a) => a.id);
    const { artifacts } = scopeOf(latestConsent(vault.state));
    const allowed = (id: string): boolean => artifacts === "all" || artifacts.includes(id);
    return stepTeller(host.step, { places: ids, allowed, now: host.now });
  };

  const show = async (vault: OpenVault, check: string, inputs: readonly Input[], result: Result): Promise<void> => {
    const folder = storedCheck(vault, check);
    const at = `checks/${check}`;
    const names = async (): Promise<readonly string[]> => {
      const out: string[] = [];
      for (const n of await vault.files.list(at)) {
        const inside = await vault.files.list(`${at}/${n}`);
        out.push(...(inside.length > 0 ? inside.map((i) => `${n}/${i}`) : [n]));
      }
      return out.filter((n) => n !== "report.html" && n !== "run.json");
    };
    const fingerprint = hashText(platform, `${encodeStructure(result)}\n`);
    await host.keep({ result, fingerprint, folder, names }, inputs);
  };

  const compile = async (signs: readonly Signs[], lang: Lang): Promise<CompiledIndicators> => {
    const made = await host.compile(signs);
    if ("empty" in made) throw new Unsaid(say(DESK.noSigns, lang, { name: made.empty }));
    if (made.problems > 0) throw new Unsaid(say(DESK.badSigns, lang, { n: made.problems }));
    return made.compiled;
  };

  /** What lies beside a result. */
  const pagesOf =
    (began: number, lang: Lang): NonNullable<CaseCheck["pages"]> =>
    (result, json) => [
      {
        name: "report.html",
        text: htmlReport(result, {
          lang,
          artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])),
          rules: new Map(RULES.map((r) => [r.id, r.words.name])),
          fingerprint: hashText(platform, json),
        }),
      },
      {
        name: "run.json",
        text: `${JSON.stringify({ finished: machine.now(), seconds: (host.now() - began) / 1000, machine: "page" })}\n`,
      },
    ];

  async function check(
    vault: OpenVault,
    actor: string,
    q: CaseQuestions["check"]["ask"],
    lang: Lang,
  ): Promise<{ check: string }> {
    const cancel = host.begin();
    const day = machine.now().slice(0, 10);
    const consent = latestConsent(vault.state);
    refuse(standing(consent, day, withdrawalOf(vault.state)));
    if (q.copy && q.chosen) refuse(mayKeep(consent, "copies", day, withdrawalOf(vault.state)));
    const inputs: Input[] = [];
    let hash: "all" | "read" = "all";
    if (q.chosen) {
      const input = host.input(q.chosen);
      const how = {
        report: () => {},
        cancel,
        progress: (bytes: number) => host.step({ step: "copying", done: bytes }),
      };
      const taken = q.copy ? await copyEvidence(vault, input, how) : await hashEvidence(input, machine, how);
      const from = q.from.trim() === "" ? {} : { from: q.from.trim() };
      const data = { evidence: [taken], how: q.copy ? ("copy" as const) : ("hash" as const), ...from };
      await vault.write({ actor, action: "intake", data, input: [taken.id] });
      inputs.push(q.copy ? await openCopy(vault, taken) : input);
    } else {
      const kept = vault.state.evidence.filter((e) => e.folder !== undefined && !e.removed);
      if (kept.length === 0) throw new Unsaid(say(DESK.nothingToCheck, lang));
      for (const e of kept) inputs.push(await openCopy(vault, e));
      if (kept.some((e) => e.partial)) hash = "read";
    }
    host.step({ step: "signs" });
    const compiled = await compile(q.signs, lang);
    const began = host.now();
    const made = await checkInCase(vault, inputs, {
      actor,
      compiled,
      version: VERSION,
      hash,
      workers: threadsFor(deviceOf(navigator)),
      secret: host.secret,
      cancel,
      progress: teller(vault),
      pages: pagesOf(began, lang),
    });
    await show(vault, made.name, inputs, made.result);
    return { check: made.name };
  }

  async function recheck(
    vault: OpenVault,
    actor: string,
    q: CaseQuestions["recheck"]["ask"],
    lang: Lang,
  ): Promise<CaseQuestions["recheck"]["answer"]> {
    const cancel = host.begin();
    host.step({ step: "signs" });
    const compiled = await compile(q.signs, lang);
    const began = host.now();
    const pages = pagesOf(began, lang);
    const made = await recheckInCase(vault, q.of, { actor, compiled, version: VERSION, cancel, pages });
    await show(vault, made.name, [], made.result);
    const { reviews, again, gone } = made.carried;
    return { check: made.name, carried: reviews.length, again: again.length, gone };
  }

  return {
    compile,
    check,
    recheck,
    async show(vault, name) {
      const result = await resultOfCheck(vault, name);
      const inputs: Input[] = [];
      for (const e of result.evidence) {
        const kept = vault.state.evidence.find((x) => x.id === e.id && x.folder !== undefined && !x.removed);
        if (kept) inputs.push(await openCopy(vault, kept));
      }
      // Bytes can be shown where all of it is here: files name their evidence by number.
      await show(vault, name, inputs.length === result.evidence.length ? inputs : [], result);
    },
  };
}
