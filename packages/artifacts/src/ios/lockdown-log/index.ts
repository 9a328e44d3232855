/**
 * lockdownd.log: computers that connected, paired, and what they asked for.
 *
 * `10/13/21 07:57:42.865446 pid=69 FUNCTION: TEXT`, month first, the phone's clock without its zone; an entry may go on over several lines.
 * Values that were asked for are counted, not kept. What a client calls itself is the client's choice.
 * Sources: plaso's sample (iOS 15); ios.md 4.1 and 4.2; `events.ts`.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, ParseRun } from "../../artifact.ts";
import { type EntryHead, type EntryReader, type LogEntry, parseEntries } from "../../log-entry.ts";
import { kept, text } from "../../text.ts";
import { pairingOf } from "./events.ts";
import { fields, words } from "./words.ts";

const HEAD = /^(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d\.\d{1,9}) (?:pid=\d{1,10} )?([\w .-]{1,120}): ?/;
const GET = /^(.{1,120}?) attempting to get \[/;
const SPAWN = /^(.{1,120}?) attempting to spawn ([\w.-]{1,200})/;
const BUILD = /^Build version: (\w{1,20})/;

/** Programs that are told apart. */
const MAX_CLIENTS = 1000;

function headOf(line: string): EntryHead | undefined {
  const m = HEAD.exec(line);
  if (!m) return undefined;
  const [head, month, day, year, clock, by] = m;
  const seen = `${month}/${day}/${year} ${clock}`;
  return { length: head.length, wall: `20${year}-${month}-${day}T${clock}`, seen, by: by! };
}

interface Client {
  readonly first: Moment | undefined;
  last: Moment | undefined;
  readonly origin: Origin;
  asked: number;
}

class Log implements EntryReader {
  readonly #run: ParseRun;
  readonly #clients = new Map<string, Client>();
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  entry(e: LogEntry, emit: Emit): void {
    const by = e.by ?? "";
    if (by === "handle_get_value") this.#asked(e);
    else if (by.startsWith("handle_start_service")) this.#service(e, emit);
    else if (by === "lockstart_local") {
      const build = BUILD.exec(e.text)?.[1];
      if (build !== undefined) this.#emit("start", e, { build }, emit);
    } else {
      const p = pairingOf(by, e.text);
      if (p) this.#emit("pairing", e, { what: p.what, host: kept(p.host), client: kept(p.client), why: p.why }, emit);
    }
  }

  #emit(kind: string, e: LogEntry, fields: Record<string, string | undefined>, emit: Emit): void {
    const at = e.at();
    emit({ kind, ...(at ? { at } : {}), fields, observables: [], origin: e.origin() });
  }

  #service(e: LogEntry, emit: Emit): void {
    const m = SPAWN.exec(e.text);
    if (m) this.#emit("service", e, { client: kept(m[1]), service: kept(m[2]!.replace(/\.$/, "")) }, emit);
  }

  #asked(e: LogEntry): void {
    const part = GET.exec(e.text)?.[1];
    if (part === undefined) return;
    const known = this.#clients.get(part);
    if (known) {
      known.asked++;
      known.last = e.at();
    } else if (this.#clients.size < MAX_CLIENTS) {
      const at = e.at();
      this.#clients.set(kept(part)!, { first: at, last: at, origin: e.origin(), asked: 1 });
    } else {
      if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_CLIENTS} programs`, lost: "row" });
      this.#over = true;
    }
  }

  end(emit: Emit): void {
    for (const [client, { first, last, origin, asked }] of this.#clients)
      emit({
        kind: "client",
        ...(last ? { at: last } : {}),
        fields: { client: text(client), asked, first },
        observables: [],
        origin,
      });
  }
}

export const lockdownLog: Artifact<"lines"> = {
  id: "ios/lockdown-log",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: ["logs/MobileLockdown/lockdownd.log*"], want: {} },
    "ios-filesystem": { paths: ["private/var/logs/lockdownd.log*", "private/var/log/lockdownd.log*"], want: {} },
  },
  fields,
  observes: [],
  words,
  sources: ["lockdownd.log"],
  parse: (run) => parseEntries(run, new Log(run), headOf, "10/13/21 07:57:42.865446"),
};
