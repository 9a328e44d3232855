/** Papers of a case as the archive that is open: what the room does otherwise with them. @module */
import { IndexTooLarge } from "@contraluz/archive/in-case/index-of.ts";
import { isFull } from "@contraluz/archive/index/full.ts";
import { type Lang, type Platform, say } from "@contraluz/core";
import type { Line, Told } from "../../cases/ask.ts";
import { shelfOf } from "../../cases/thread/shelf.ts";
import { tell as told, Unsaid } from "../../cases/thread/told.ts";
import { type ArchiveQuestions, type ArchiveState, type PageView, READS, type ReadingNow } from "../protocol.ts";
import type { Handed } from "../sealed.ts";
import type { Machine } from "./machine.ts";
import type { Open } from "./open.ts";
import { after, readingThread } from "./reading.ts";
import { byLines } from "./saved.ts";
import { openSealed, TooMany } from "./sealed.ts";
import type { Sealed, SealedMachine } from "./sealed-types.ts";
import { THREAD } from "./words.ts";

export interface SealedHost {
  readonly platform: Platform;
  readonly machine: Machine;
  fresh(sealed: Sealed): Open;
  /** What lines of pages say beside their text. */
  note(o: Open, lines: Uint8Array): void;
  take(o: Open): Promise<void>;
  state(): Promise<ArchiveState>;
  view(id: number): Promise<PageView | undefined>;
  tell(now: ReadingNow): void;
}

/** What the thread of cases hands over: once. */
function received(other: Line): Promise<Handed> {
  const line = other as MessagePort;
  return new Promise((resolve) => {
    line.onmessage = (e) => {
      line.close();
      resolve(e.data as Handed);
    };
  });
}

export function sealedRoom(host: SealedHost): {
  open(line: Line, lang: Lang): Promise<Told<ArchiveState>>;
  read(
    o: Open,
    sealed: Sealed,
    ask: ArchiveQuestions["read"]["ask"],
    cancel: AbortSignal,
  ): Promise<"whole" | "stopped">;
  correct(o: Open, sealed: Sealed, ask: ArchiveQuestions["correct"]["ask"]): Promise<PageView | undefined>;
} {
  /** Findings of pages lie in their lines alone. */
  const findings = async (o: Open, sealed: Sealed): Promise<void> => {
    o.findings.length = 0;
    for await (const piece of byLines(sealed.pages())) host.note(o, piece);
    o.whole = sealed.whole();
    o.turn++;
  };
  return {
    open: (line, lang) =>
      told(async () => {
        const handed = await received(line);
        const folder = shelfOf(handed.shelf).folder(handed.name);
        const { platform, machine } = host;
        const its: SealedMachine = {
          platform,
          most: machine.most,
          now: machine.now,
          clock: machine.clock,
          support: machine.brought.support,
          spawn: () => readingThread(machine, READS),
          after,
        };
        const sealed = await openSealed(folder, handed, its).catch((e: unknown) => {
          if (e instanceof TooMany) throw new Unsaid(say(THREAD.tooMany, lang, e));
          if (isFull(e) || e instanceof IndexTooLarge) throw new Unsaid(say(THREAD.tooLarge, lang));
          throw e;
        });
        const o = host.fresh(sealed);
        await findings(o, sealed).catch(async (e: unknown) => {
          await sealed.close();
          throw e;
        });
        await host.take(o);
        return host.state();
      }, lang),
    async read(o, sealed, { copies = [], lang, letters, threads }, cancel) {
      try {
        return await sealed.read({ copies, lang, letters, threads, cancel, tell: host.tell });
      } finally {
        await findings(o, sealed);
      }
    },
    async correct(o, sealed, { id, text, by, why }) {
      const index = await o.index.now();
      const page = index.pages.page(id);
      if (!page) return undefined;
      const read = index.pages.history(page)[0]?.text ?? "";
      if (await sealed.correct(page, read, text, { by, ...(why !== "" && { why }) })) {
        o.corrections++;
        o.turn++;
      }
      return host.view(id);
    },
  };
}
