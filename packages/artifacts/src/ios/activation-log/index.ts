/**
 * mobileactivationd.log of a sysdiagnose: starts of the daemon with the version, upgrades, states of activation.
 *
 * A start is an entry `Mobile Activation Startup` between lines of `_`, followed by `main: build_version: …` and others up to a line of `_`.
 * `Upgrade from (OLD) to (NEW) … detected`, with nothing as the old one after a restore. The form of entries: `log-entry.ts`.
 * Sources: plaso's sample; the tests of EC-DIGIT-CSIRC/sysdiagnose; lines of an iOS 26 log that its owner published (upgrade).
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit } from "../../artifact.ts";
import { type EntryReader, type LogEntry, parseEntries } from "../../log-entry.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

const VALUE = /(?:^|: )(build_version|product_type): ([\w,.]{1,40})$/;
const STATE = /(?:^|: )Activation State: ([A-Za-z]{1,60})/;
const UPGRADE = /Upgrade from \(?([^()\s]{0,60})\)? ?(?:\([^)]{0,40}\) )?to \(?([^()\s]{1,60})\)?.{0,60}detected/;

interface Start {
  readonly at: Moment | undefined;
  readonly origin: Origin;
  build?: string;
  model?: string;
}

class Log implements EntryReader {
  #start: Start | undefined;
  #state: string | undefined;

  entry({ at, text: all, origin }: LogEntry, emit: Emit): void {
    const end = all.indexOf("\n");
    const s = (end < 0 ? all : all.slice(0, end)).slice(0, 2000);
    if (s.includes("Mobile Activation Startup")) {
      this.#flush(emit);
      this.#start = { at: at(), origin: origin() };
      return;
    }
    if (this.#start) {
      const m = VALUE.exec(s);
      if (m?.[1] === "build_version") this.#start.build = m[2]!;
      else if (m) this.#start.model = m[2]!;
      else if (s.endsWith("________")) this.#flush(emit);
    }
    const state = STATE.exec(s)?.[1];
    // It is told again and again.
    if (state !== undefined && state !== this.#state) {
      this.#state = state;
      this.#emit("activation", { state }, at(), origin(), emit);
    }
    const upgrade = UPGRADE.exec(s);
    if (upgrade)
      this.#emit("upgrade", { from: text(upgrade[1]) || undefined, to: text(upgrade[2]) }, at(), origin(), emit);
  }

  #flush(emit: Emit): void {
    const s = this.#start;
    this.#start = undefined;
    if (!s) return;
    this.#emit("start", { build: s.build, model: s.model }, s.at, s.origin, emit);
  }

  #emit(
    kind: string,
    fields: Record<string, string | undefined>,
    at: Moment | undefined,
    origin: Origin,
    emit: Emit,
  ): void {
    emit({ kind, ...(at ? { at } : {}), fields, observables: [], origin });
  }

  end(emit: Emit): void {
    this.#flush(emit);
  }
}

export const activationLog: Artifact<"lines"> = {
  id: "ios/activation-log",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: ["logs/MobileActivation/mobileactivationd.log*"], want: {} },
    "ios-filesystem": { paths: ["private/var/mobile/Library/Logs/mobileactivationd/mobileactivationd.log*"], want: {} },
  },
  fields,
  observes: [],
  words,
  sources: ["mobileactivationd.log"],
  parse: (run) => parseEntries(run, new Log()),
};
