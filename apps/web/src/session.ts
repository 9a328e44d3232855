/** What acts set off outside the state: the engine's thread, files to save, the end of it all. @module */

import type { Lang } from "@contraluz/core";
import type { Archive } from "./archive/client.ts";
import type { Copy } from "./cable/copy.ts";
import type { CaseAsk, Told } from "./cases/ask.ts";
import {
  dropPrepared,
  type Engine,
  type EngineEvents,
  prepareEngine,
  startCopy,
  startDesk,
  startEngine,
  sweep,
} from "./engine/client.ts";
import { PARTS } from "./engine/parts.ts";
import type { Questions, Signs } from "./engine/protocol.ts";
import type { Act, Flow, Picked } from "./flow.ts";
import { GONE } from "./frame/exit.ts";
import { withKeyLogs } from "./parts/key-logs.ts";

/** Questions about a case whose answer may be larger than the memory that is set aside for it. */
const LARGE: ReadonlySet<CaseAsk["what"]> = new Set<CaseAsk["what"]>([
  "dossier",
  "preview",
  "prove",
  "verify",
  "pack",
  "intake",
  "recheck",
]);

export interface Session {
  /** A file will be chosen soon: the thread may start. */
  prepare(): void;
  /** Starts the check of what was picked. */
  begin(flow: Flow): Promise<void>;
  password(bytes?: Uint8Array): void;
  cancel(): void;
  ask<K extends keyof Questions>(what: K, ask: Questions[K]["ask"]): Promise<Questions[K]["answer"]>;
  /** Asks the thread of cases, which starts when it is first asked. `picked`: what was chosen, if its files may be needed. */
  desk(ask: CaseAsk, picked?: Picked): Promise<Told<unknown>>;
  /** Lists of signs of the build, and those that were dropped in. */
  signs(flow: Flow): Promise<readonly Signs[]>;
  /** The copy of a phone that this page keeps; made when it is asked for the first time. */
  copy(): Promise<Copy>;
  /** Lets go of that copy alone. */
  dropCopy(): Promise<void>;
  /** The archive of papers; its thread starts when it is first asked for, and what reads papers is loaded then. */
  archive(): Promise<Archive>;
  /** The papers of a case, as the archive: its case is let go of by the thread of cases, and its key goes from thread to thread. */
  papersOf(name: string, lang: Lang): Promise<Told<unknown>>;
  /** Lets go of the archive alone; what is kept stays. */
  dropArchive(): Promise<void>;
  /** Lets go of the result and of all working space. */
  forget(): Promise<void>;
  /** The same at once, for whoever has no second to lose. */
  kill(): Promise<void>;
}

/** The session of this page. `dispatch` changes the state. */
export function createSession(dispatch: (a: Act) => void, signsOfBuild: () => Promise<readonly Signs[]>): Session {
  let engine: Engine | undefined;
  /** Counts what was begun or given up: what waits may find that it is not wanted any more. */
  let turn = 0;
  let copy: Promise<Copy> | undefined;
  const dropCopy = async (): Promise<void> => {
    const old = copy;
    copy = undefined;
    await old?.then((c) => c.close()).catch(() => {});
  };
  let archive: Promise<Archive> | undefined;
  const dropArchive = async (): Promise<void> => {
    const old = archive;
    archive = undefined;
    await old?.then((a) => a.close()).catch(() => {});
    if (old) await sweep();
  };
  /** The thread serves cases, and what was last picked for one. */
  let desk: Promise<Engine> | undefined;
  let deskPicked: Picked | undefined;
  const end = async (): Promise<void> => {
    const old = engine;
    engine = undefined;
    desk = undefined;
    deskPicked = undefined;
    await old?.close();
  };
  const events: Omit<EngineEvents, "failed"> = {
    names: (names) => dispatch({ type: "names", names }),
    step: (step) => dispatch({ type: "step", step }),
    password: (asking) => dispatch({ type: "password", ...asking }),
    done: (done) => {
      dispatch({ type: "done", done });
      void sweep();
    },
  };
  const signs = async (flow: Flow): Promise<readonly Signs[]> => [...(await signsOfBuild()), ...flow.signs];
  const startCases = async (): Promise<Engine> => {
    const mine = ++turn;
    await end();
    const failed: EngineEvents["failed"] = (failure) => dispatch({ type: "failed", failure });
    const started = await startDesk(async (index) => deskPicked?.fileOf(index), { ...events, failed });
    if (mine !== turn) {
      started.kill();
      throw new Error("given up");
    }
    engine = started;
    return started;
  };
  const archiveNow = (): Promise<Archive> => {
    if (archive) return archive;
    // A part of its own: the first screen does not carry it.
    const starting = import("./archive/client.ts").then((m) => m.startArchive());
    archive = starting;
    starting.catch(() => {
      if (archive === starting) archive = undefined;
    });
    return starting;
  };
  return {
    prepare: prepareEngine,
    async begin(flow) {
      const { consent } = flow;
      const picked = flow.picked && withKeyLogs(flow.picked, consent.keys ? flow.keyLogs : []);
      if (!picked) return;
      // Somebody who left while the list of files was made does not want a check.
      if (document.documentElement.classList.contains(GONE)) return;
      const mine = ++turn;
      const before = end();
      dispatch({ type: "begin" });
      const lists = await signs(flow);
      await before;
      if (mine !== turn) return;
      const parts = PARTS.every((p) => consent.parts.includes(p.id)) ? "all" : consent.parts;
      const kept = picked.chosen.kind === "copy" ? await copy : undefined;
      const started = await startEngine(
        {
          chosen: picked.chosen,
          signs: lists,
          parts,
          content: consent.content,
          keys: consent.keys,
          context: { asOf: "", custody: [], known: [] },
          ...(kept ? { copy: kept.reader() } : {}),
        },
        picked.fileOf,
        {
          ...events,
          failed: (failure) => {
            dispatch({ type: "failed", failure });
            void end().then(() => sweep());
          },
        },
      );
      if (mine === turn) engine = started;
      else started.kill();
    },
    password(bytes) {
      dispatch({ type: "tried" });
      engine?.password(bytes);
    },
    cancel() {
      if (engine) return engine.cancel();
      turn++;
      dispatch({ type: "failed", failure: { code: "cancelled", message: "" } });
    },
    ask: (what, ask) => (engine ? engine.ask(what, ask) : Promise.reject(new Error("no result"))),
    async desk(ask, picked) {
      desk ??= startCases();
      const started = desk;
      started.catch(() => {
        if (desk === started) desk = undefined;
      });
      const thread = await started;
      if (picked) deskPicked = picked;
      const told = await thread.ask("case", ask);
      // What was made or opened may have needed the scratch: its folder goes, too.
      if (LARGE.has(ask.what)) await sweep();
      return told;
    },
    signs,
    copy() {
      if (copy) return copy;
      const starting = startCopy();
      copy = starting;
      starting.catch(() => {
        if (copy === starting) copy = undefined;
      });
      return starting;
    },
    dropCopy,
    archive: archiveNow,
    async papersOf(name, lang) {
      // Papers that were open are another matter.
      await dropArchive();
      const papers = await archiveNow();
      const thread = await (desk ?? Promise.reject(new Error("no cases")));
      const { port1, port2 } = new MessageChannel();
      const handed = (await thread.ask("case", { what: "papers", ask: { name, line: port1 }, lang }, [
        port1,
      ])) as Told<true>;
      const opened = handed.ok ? await papers.ask("sealed", { line: port2, lang }, [port2]) : handed;
      if (!opened.ok) await dropArchive();
      return opened;
    },
    dropArchive,
    async forget() {
      turn++;
      dropPrepared();
      await end();
      await dropCopy();
      await dropArchive();
      await sweep();
      dispatch({ type: "forget", parts: PARTS.filter((p) => p.on).map((p) => p.id) });
    },
    async kill() {
      turn++;
      dropPrepared();
      engine?.kill();
      engine = undefined;
      desk = undefined;
      copy?.then((c) => c.kill()).catch(() => {});
      copy = undefined;
      archive?.then((a) => a.kill()).catch(() => {});
      archive = undefined;
      await sweep({ ended: true });
    },
  };
}
