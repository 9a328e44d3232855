/** One that does jobs: in the command itself, or in a process of its own. @module */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ARTIFACTS } from "@contraluz/artifacts";
import { readConsent } from "@contraluz/case/consent/read.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import type { Arrivals, CaseShelf } from "@contraluz/case/inbox/index.ts";
import { recipientsOf } from "@contraluz/case/vault/index.ts";
import { addCase, openLabToWrite } from "@contraluz/hunt";
import { type Item, type Job, KnownCases, type Worker } from "@contraluz/hunt/jobs/index.ts";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import type { Args } from "../args.ts";
import { faultsError, formText } from "../case/consent.ts";
import { actorOf, nodeMachine } from "../case/open.ts";
import { arrivalsOf, shelfOf } from "../case/parts.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { VERSION } from "../version.ts";
import { page } from "../views.ts";
import { openDuckDb, WRITING } from "./duckdb.ts";
import { CONSENT_BESIDE } from "./ingest-scan.ts";

/** Where everything is. */
export interface Places {
  readonly root: string;
  readonly cases: string;
  readonly lab: string;
  readonly labId: string;
  readonly arrivals: Arrivals;
  readonly shelf: CaseShelf;
}

export function placesOf(root: string, cases: string, lab: string, labId: string): Places {
  return { root, cases, lab, labId, arrivals: arrivalsOf(root), shelf: shelfOf(cases) };
}

/** A consent in a file. Throws UsageError with all that is wrong with it. */
export async function consentIn(path: string, args: Args): Promise<Consent> {
  const read = readConsent(await formText(path), new Set<string>(ARTIFACTS.map((a) => a.id)));
  if ("value" in read) return read.value;
  const lines = read.faults.map((f) => faultWords(f, args.lang));
  throw faultsError(path, lines, args.lang);
}

export interface WorkerIn {
  readonly args: Args;
  readonly places: Places;
  readonly items: ReadonlyMap<string, Item>;
  readonly identities: readonly string[];
  readonly secret?: Uint8Array;
  /** Threads of a check. */
  readonly threads?: number;
  readonly cancel: AbortSignal;
  readonly progress?: Worker["options"]["progress"];
  readonly told?: (job: Job) => void;
}

export async function workerOf(o: WorkerIn): Promise<Worker> {
  const { args, places } = o;
  const { lang } = args;
  const lists = indicatorPaths(args);
  const { compiled, installed } = await loadIndicators(lists, args, true);
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  const machine = nodeMachine(platform);
  const all = args.one("consent");
  const forAll = all === undefined ? undefined : await consentIn(resolve(all), args);
  const spent = stopwatch();
  const options: Worker["options"] = {
    machine,
    identities: o.identities,
    recipients: [...new Set([...(await recipientsOf(o.identities)), ...args.all("recipient")])],
    actor: actorOf(args),
    lang,
    compiled,
    version: VERSION,
    cancel: o.cancel,
    pages: (result, json) => [
      { name: "report.html", text: page(result, json, lang) },
      { name: "run.json", text: runText(args, { paths: [], indicators: lists, installed, spent: spent() }) },
    ],
    ...(o.threads === undefined ? {} : { workers: o.threads }),
    ...(o.progress ? { progress: o.progress } : {}),
  };
  return {
    labId: places.labId,
    folder: vaultFolder(places.lab),
    arrivals: places.arrivals,
    shelf: places.shelf,
    known: new KnownCases(places.shelf, options),
    options,
    items: o.items,
    consentOf: async (what) => {
      const beside = join(places.root, `${what}${CONSENT_BESIDE}`);
      return existsSync(beside) ? consentIn(beside, args) : forAll;
    },
    toLab: async (vault, folder) => {
      const lab = await openLabToWrite(vaultFolder(places.lab), machine, o.secret);
      try {
        const files = await openDuckDb(places.lab, lang, WRITING);
        try {
          const path = join(places.cases, folder);
          const { added } = await addCase({
            ...{ lab, files, vault, actor: actorOf(args), path, labPath: places.lab, cancel: o.cancel },
          });
          return added.length > 0 ? "added" : "known";
        } finally {
          await files.close();
        }
      } finally {
        await lab.close();
      }
    },
    pause: (ms) => setTimeout(ms),
    ...(o.told ? { told: o.told } : {}),
  };
}
