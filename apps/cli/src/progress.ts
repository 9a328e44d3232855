/** A check as the person sees it: the progress line, and how long the password took. @module */
import { count, type Lang, say } from "@contraluz/core";
import type { Progress } from "@contraluz/engine";
import type { Doing } from "./terminal.ts";
import { W } from "./words.ts";

/** Undefined for what a line of a terminal has no room for. */
export function doing(p: Progress, lang: Lang): Doing | undefined {
  switch (p.step) {
    case "opening":
      return { key: p.step, text: say(W.opening, lang) };
    case "unlocking":
      return { key: p.step, text: say(W.deriving, lang) };
    case "listing":
      return { key: p.step, text: say(W.listing, lang), running: count(p.done) };
    case "reading":
      return { key: p.step, text: say(W.reading, lang), name: p.file };
    case "hashing":
      return { key: "writing", text: say(W.writing, lang) };
    case "planned":
    case "read":
      return undefined;
  }
}

export interface Spent {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Wall and CPU seconds (all threads) since it was made. */
export function stopwatch(): () => Spent {
  const began = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: Math.round((performance.now() - began) / 10) / 100,
      cpuSeconds: Math.round((user + system) / 10_000) / 100,
    };
  };
}

export interface UnlockTimer {
  step(p: Progress): void;
  /** The person is asked again: their time is not ours. */
  stop(): void;
  readonly running: boolean;
  readonly spent: Spent | undefined;
}

/** Adds up what was spent between the password and the next step. */
export function unlockTimer(): UnlockTimer {
  let running: (() => Spent) | undefined;
  let spent: Spent | undefined;
  const stop = (): void => {
    if (!running) return;
    const s = running();
    spent = { seconds: (spent?.seconds ?? 0) + s.seconds, cpuSeconds: (spent?.cpuSeconds ?? 0) + s.cpuSeconds };
    running = undefined;
  };
  return {
    step(p) {
      stop();
      if (p.step === "unlocking") running = stopwatch();
    },
    stop,
    get running() {
      return running !== undefined;
    },
    get spent() {
      return spent;
    },
  };
}
