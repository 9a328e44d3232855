/** What the bench has of the thread: where records are, the list that stands ready, the rows of it that are drawn. @module */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Session } from "../session.ts";
import type { BenchInfo, BenchRow, RecordRow, Spec, View } from "./ask.ts";
import { Windows } from "./list/windows.ts";

export type Ask = Session["ask"];

/** Time for another letter, before a text is searched. */
const TYPING_MS = 200;

/** Where records are; `part`: how much has been looked through, from 0 to 1. */
export function usePrepared(ask: Ask): { info?: BenchInfo; part: number; failed: boolean } {
  const [state, set] = useState<{ info?: BenchInfo; part: number; failed: boolean }>({ part: 0, failed: false });
  useEffect(() => {
    let live = true;
    const next = async (): Promise<void> => {
      while (live) {
        const a = await ask("prepare", {});
        if (live) set({ part: a.part / Math.max(1, a.of), failed: false, ...(a.info ? { info: a.info } : {}) });
        if (a.done) return;
      }
    };
    next().catch(() => live && set({ part: 0, failed: true }));
    return () => {
      live = false;
    };
  }, [ask]);
  return state;
}

export interface Shown {
  readonly view: View;
  readonly windows: Windows;
}

/** The list for `spec`. While another one is made, the one before stays; `part` says how far it is. */
export function useList(
  ask: Ask,
  spec: Spec | undefined,
  ready: boolean,
): { shown?: Shown; part?: number; failed: boolean } {
  const [shown, setShown] = useState<Shown | undefined>();
  const [part, setPart] = useState<number | undefined>();
  const [failed, setFailed] = useState(false);
  const before = useRef<Spec | undefined>(undefined);
  const key = JSON.stringify(spec);
  useEffect(() => {
    if (!spec || !ready) return;
    let live = true;
    const typed = before.current !== undefined && before.current.query !== spec.query && spec.query !== "";
    before.current = spec;
    const make = async (): Promise<void> => {
      if (typed) await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
      while (live) {
        const a = await ask("show", spec);
        if (!live) return;
        if (!a.view) {
          setPart(a.part / Math.max(1, a.of));
          continue;
        }
        const { view } = a;
        const rows = (from: number, count: number): ReturnType<Ask> => ask("window", { view: view.id, from, count });
        const windows = new Windows(view.rows, rows as never);
        setPart(undefined);
        setShown((old) => {
          old?.windows.close();
          return { view, windows };
        });
        return;
      }
    };
    setPart(0);
    make().catch(() => live && setFailed(true));
    return () => {
      live = false;
    };
  }, [key, ready, ask]);
  return { failed, ...(shown ? { shown } : {}), ...(part === undefined ? {} : { part }) };
}

/** The row of a list that was chosen, as it stands there; nothing until it has come. */
export function useRowAt(windows: Windows | undefined, row: number): BenchRow | undefined {
  const [at, set] = useState(() => windows?.at(row));
  useEffect(() => {
    const look = (): void => set(windows?.at(row));
    look();
    return windows?.listen(look);
  }, [windows, row]);
  return at;
}

/** The chosen record, whole. While it is on its way the last one stays: nothing flickers. */
export function useDetail(ask: Ask, chosen: BenchRow | undefined, row: number): RecordRow | undefined {
  const [detail, set] = useState<RecordRow | undefined>();
  useEffect(() => {
    if (row < 0) return set(undefined);
    if (chosen?.type !== "record") return;
    let live = true;
    const { artifact, ordinal } = chosen;
    ask("record", { artifact, ordinal }).then(
      (r) => live && r?.type === "record" && set(r),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [ask, chosen, row < 0]);
  return detail;
}

/** The answer to a question that changes; the last one until the next has come. */
export function useAnswer<T>(make: (() => Promise<T>) | undefined, key: string): T | undefined {
  const [answer, set] = useState<T | undefined>();
  const again = useCallback(make ?? (() => Promise.reject(new Error("nothing to ask"))), [key]);
  useEffect(() => {
    if (!make) return;
    let live = true;
    again().then(
      (a) => live && set(() => a),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [key]);
  return answer;
}

/** Whether the screen is wide enough for three columns. */
export function useWide(): boolean {
  const query = useMemo(() => matchMedia("(min-width: 64rem)"), []);
  const [wide, set] = useState(query.matches);
  useEffect(() => {
    const change = (): void => set(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, [query]);
  return wide;
}
