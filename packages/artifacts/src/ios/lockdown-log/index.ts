/**
 * lockdownd.log: computers that connected, paired, and what they asked for.
 *
 * `10/13/21 07:57:42.865446 pid=69 FUNCTION: TEXT`, month first, the phone's clock without its zone; an entry may go on over several lines.
 * Values that were asked for are counted, not kept. What a client calls itself is the client's choice.
 * Sources: plaso's sample (iOS 15); ios.md 4.1 and 4.2; `events.ts`.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { localMoment } from "../../local-time.ts";
import { kept, text } from "../../text.ts";
import { pairingOf } from "./events.ts";
import { fields, words } from "./words.ts";

const HEAD = /^(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d\.\d{1,9}) (?:pid=\d{1,10} )?([\w .-]{1,120}): ?/;
const GET = /^(.{1,120}?) attempting to get \[/;
const SPAWN = /^(.{1,120}?) attempting to spawn ([\w.-]{1,200})/;
const BUILD = /^Build version: (\w{1,20})/;

/** Characters of one entry, and programs that are told apart. */
const MAX_ENTRY = 8192;
const MAX_CLIENTS = 1000;

interface Entry {
  readonly at: () => Moment | undefined;
  readonly fn: string;
  readonly line: Line;
  readonly origin: LinesItem["origin"];
  text: string;
}
interface Client {
  readonly first: Moment | undefined;
  last: Moment | undefined;
  readonly origin: Origin;
  asked: number;
}

class Log implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #entry: Entry | undefined;
  readonly #clients = new Map<string, Client>();
  #over = false;
  #count = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const m = HEAD.exec(line.text);
      if (!m) {
        if (this.#entry && this.#entry.text.length < MAX_ENTRY) this.#entry.text += `\n${line.text}`;
        continue;
      }
      this.#flush(emit);
      const [head, month, day, year, clock, fn] = m;
      const at = (): Moment | undefined =>
        localMoment(
          `20${year}-${month}-${day}T${clock}`,
          kept(`${month}/${day}/${year} ${clock}`)!,
          this.#run.acquisition,
        );
      this.#entry = { at, fn: fn!, line, origin: item.origin, text: line.text.slice(head.length) };
    }
  }

  #flush(emit: Emit): void {
    const e = this.#entry;
    this.#entry = undefined;
    if (!e) return;
    this.#count++;
    const s = e.text.slice(0, MAX_ENTRY);
    if (e.fn === "handle_get_value") this.#asked(e, s);
    else if (e.fn.startsWith("handle_start_service")) this.#service(e, s, emit);
    else if (e.fn === "lockstart_local") {
      const build = BUILD.exec(s)?.[1];
      if (build !== undefined) this.#emit("start", e, { build }, emit);
    } else {
      const p = pairingOf(e.fn, s);
      if (p) this.#emit("pairing", e, { what: p.what, host: kept(p.host), client: kept(p.client), why: p.why }, emit);
    }
  }

  #emit(kind: string, e: Entry, fields: Record<string, string | undefined>, emit: Emit): void {
    const at = e.at();
    emit({ kind, ...(at ? { at } : {}), fields, observables: [], origin: e.origin(e.line) });
  }

  #service(e: Entry, s: string, emit: Emit): void {
    const m = SPAWN.exec(s);
    if (m) this.#emit("service", e, { client: kept(m[1]), service: kept(m[2]!.replace(/\.$/, "")) }, emit);
  }

  #asked(e: Entry, s: string): void {
    const part = GET.exec(s)?.[1];
    if (part === undefined) return;
    const known = this.#clients.get(part);
    if (known) {
      known.asked++;
      known.last = e.at();
    } else if (this.#clients.size < MAX_CLIENTS) {
      const at = e.at();
      this.#clients.set(kept(part)!, { first: at, last: at, origin: e.origin(e.line), asked: 1 });
    } else {
      if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_CLIENTS} programs`, lost: "row" });
      this.#over = true;
    }
  }

  end(emit: Emit): void {
    this.#flush(emit);
    for (const [client, { first, last, origin, asked }] of this.#clients)
      emit({
        kind: "client",
        ...(last ? { at: last } : {}),
        fields: { client: text(client), asked, first },
        observables: [],
        origin,
      });
    if (this.#count === 0)
      this.#run.problem({
        code: "artifact-value",
        found: "no entry",
        expected: "10/13/21 07:57:42.865446",
        lost: "file",
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
  parse: (run) => new Log(run),
};
