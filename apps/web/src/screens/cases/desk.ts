/** What the screens of cases share: asking the thread, and what came of it. @module */
import type { CaseQuestions } from "../../cases/ask.ts";
import { type Desk, FIRST_DESK, type Picked } from "../../flow.ts";
import { useLang, useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { CASES, type CasesWords } from "./words.ts";

export interface DeskTools {
  readonly desk: Desk;
  readonly w: CasesWords;
  set(change: Partial<Desk>): void;
  /** Undefined where it could not be done: the sentences of why stand in `said`. */
  ask<K extends keyof CaseQuestions>(
    what: K,
    ask: CaseQuestions[K]["ask"],
    o?: { readonly picked?: Picked; readonly quiet?: true },
  ): Promise<CaseQuestions[K]["answer"] | undefined>;
  /** Writes something down, and shows the case as it then is. True where it was done. */
  write(act: CaseQuestions["write"]["ask"], done?: string): Promise<boolean>;
}

export function useDesk(): DeskTools {
  const lang = useLang();
  const w = useWords(CASES);
  const { flow, dispatch, session } = useFlow();
  const set = (change: Partial<Desk>): void => dispatch({ type: "desk", change });
  const ask: DeskTools["ask"] = async (what, q, o = {}) => {
    if (!o.quiet) set({ busy: true, said: [], wrong: false });
    try {
      const told = await session.desk({ what, ask: q, lang }, o.picked);
      if (told.ok) return told.value as never;
      set({ said: told.why, wrong: true });
    } catch {
      set({ said: [w.notDone], wrong: true });
    } finally {
      if (!o.quiet) set({ busy: false });
    }
    return undefined;
  };
  return {
    desk: flow.desk ?? FIRST_DESK,
    w,
    set,
    ask,
    async write(act, done = w.done) {
      const answer = await ask("write", act);
      if (!answer) return false;
      set({ view: answer.view, said: [done, ...answer.said] });
      return true;
    },
  };
}

interface Picking {
  showDirectoryPicker?(o: { readonly mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}

/** Chromium on a computer (WICG File System Access). */
export function canPickFolder(): boolean {
  return typeof (globalThis as Picking).showDirectoryPicker === "function";
}

/** Undefined: the person closed it. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as Picking).showDirectoryPicker?.({ mode: "readwrite" });
  } catch {
    return undefined;
  }
}
