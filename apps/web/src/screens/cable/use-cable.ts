/** A copy under way, as its screen sees it. @module */
import { type Acquired, AcquireError, type Progress } from "@contraluz/acquire";
import { chooseUsb, UsbError } from "@contraluz/platform-web/usb.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Copy } from "../../cable/copy.ts";
import { NO_ROOM } from "../../cable/protocol.ts";
import { take } from "../../cable/take.ts";
import { useFlow } from "../../use-flow.ts";
import type { Stopped } from "./es-words.ts";

export type Phase =
  | { readonly is: "ready"; readonly dropped?: true }
  /** The browser's list, then the phone's question. */
  | { readonly is: "asking" }
  | { readonly is: "taking"; readonly progress?: Progress; readonly stopping?: true }
  | { readonly is: "logs"; readonly answer: (there: boolean) => void }
  | { readonly is: "stopped"; readonly why: Stopped };

export interface Choices {
  readonly apks: boolean;
  readonly messages: boolean;
}

export interface CableState {
  readonly phase: Phase;
  /** Something was copied already, and it goes on with that. */
  readonly begun: boolean;
  connect(c: Choices): void;
  stop(): void;
  drop(): void;
  /** Checks the copy that is complete. */
  check(): void;
}

function whyOf(e: unknown): Stopped {
  if (e instanceof AcquireError || e instanceof UsbError) return e.code;
  return e instanceof Error && e.message === NO_ROOM ? "no-room" : "bug";
}

/** The folder of the copy, also in the zip. Nothing of the phone is in it. */
export const FOLDER = "android";

export function useCable(): CableState {
  const { flow, dispatch, session } = useFlow();
  const [phase, setPhase] = useState<Phase>({ is: "ready" });
  const [begun, setBegun] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  /** Whoever leaves the screen leaves the phone, too. */
  useEffect(() => () => running.current?.abort(), []);

  const begin = async (copy: Copy): Promise<void> => {
    const files = await copy.files();
    const picked = {
      name: FOLDER,
      chosen: { kind: "copy" as const, name: FOLDER, files },
      fileOf: async () => undefined,
    };
    dispatch({ type: "pick", picked });
    await session.begin({ ...flow, picked });
  };

  const run = async ({ apks, messages }: Choices, signal: AbortSignal): Promise<void> => {
    const show = (p: Phase): void => {
      if (!signal.aborted) setPhase(p);
    };
    let made: Acquired;
    try {
      // First of all: the browser shows its list only right after a press.
      const device = await chooseUsb();
      show({ is: "asking" });
      const copy = await session.copy();
      made = await take(device, copy, {
        apks: apks ? "user" : "none",
        messages,
        signal,
        letIn: () => {
          setBegun(true);
          show({ is: "taking" });
        },
        progress: (progress) => show({ is: "taking", progress }),
        intrusionLogs: () =>
          new Promise((resolve) => {
            signal.addEventListener("abort", () => resolve(false), { once: true });
            show({
              is: "logs",
              answer: (there) => {
                show({ is: "taking" });
                resolve(there);
              },
            });
          }),
      });
      const { files, bytes } = made;
      // An empty file is what a phone has where nothing happened.
      const missing = made.shortfalls.filter((f) => f.code !== "empty");
      dispatch({ type: "copied", copied: { files, bytes, missing } });
      await begin(copy);
    } catch (e) {
      setPhase({ is: "stopped", why: signal.aborted ? "cancelled" : whyOf(e) });
    }
  };

  return {
    phase,
    begun,
    connect(choices) {
      const mine = new AbortController();
      running.current = mine;
      void run(choices, mine.signal);
    },
    stop() {
      setPhase((p) => (p.is === "taking" ? { ...p, stopping: true } : p));
      running.current?.abort();
    },
    drop() {
      void session.dropCopy().then(() => {
        dispatch({ type: "copied" });
        setBegun(false);
        setPhase({ is: "ready", dropped: true });
      });
    },
    check: () => void session.copy().then(begin),
  };
}
