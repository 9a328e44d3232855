/**
 * Which program opened which connection, as PiRogue saw it on the phone itself: one record for each program and server. A capture alone never
 * tells the program. Nothing of it was checked by us.
 *
 * `socket_trace.json` is a list of `{type: "socket_trace_log", pid, process, timestamp (ms), data}`; `data` has `socket_type`, `local_ip`,
 * `dest_ip`, `dest_port`, and of an app in Java its calls (`stack`, each with `class`). `process` is the name of the package, or `unknown`
 * where one program alone was watched.
 * Sources: pirogue-cli 53f5e17 (frida-scripts/log_socket_operations.js, facts of the format alone); network.md 1.3.
 * @module
 */
import { type Moment, utcNs } from "@contraluz/core";
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Programs and servers of one file; names of code of one, and calls that are looked at. */
const MAX_SOCKETS = 20_000;
const MAX_CODE = 5;
const MAX_STACK = 100;
/** Milliseconds since 1970: 2000 to 2100. */
const [SINCE, UNTIL] = [946_684_800_000, 4_102_444_800_000];
/** Code of the system, which every connection passes. */
const SYSTEM =
  /^(?:javax?|android|androidx|dalvik|libcore|sun|kotlinx?|com\.android\.(?:org|okhttp)|com\.google\.android\.gms\.org)\./;

type Row = Readonly<Record<string, unknown>>;
const isRow = (v: unknown): v is Row => typeof v === "object" && v !== null && !Array.isArray(v);
const own = (r: Row, key: string): unknown => (Object.hasOwn(r, key) ? r[key] : undefined);

interface Socket {
  readonly process: string | undefined;
  readonly pid: number | undefined;
  readonly server: string;
  readonly port: number;
  readonly transport: string;
  readonly client: string | undefined;
  readonly first: number | undefined;
  last: number | undefined;
  count: number;
  readonly code: string[];
  readonly origin: ReturnType<JsonItem["origin"]>;
}

const momentOf = (ms: number | undefined): Moment | undefined =>
  ms === undefined ? undefined : utcNs(BigInt(Math.floor(ms)) * 1_000_000n, `${ms}`, "ms");

/** `::ffff:203.0.113.7` is an address of IPv4. */
const addressOf = (v: unknown): string | undefined =>
  typeof v === "string" && v.length <= 60 ? kept(v.replace(/^::ffff:(?=\d+\.)/i, "")) : undefined;

const whole = (v: unknown): number | undefined => (typeof v === "number" && Number.isSafeInteger(v) ? v : undefined);

class Sockets implements Parser<JsonItem> {
  readonly #run: ParseRun;
  readonly #by = new Map<string, Socket>();
  #over = 0;
  #strange = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: JsonItem): void {
    for (const [i, value] of item.elements.entries()) {
      const data = isRow(value) ? own(value, "data") : undefined;
      const server = isRow(data) ? addressOf(own(data, "dest_ip")) : undefined;
      const port = isRow(data) ? whole(own(data, "dest_port")) : undefined;
      if (!isRow(value) || !isRow(data) || server === undefined || port === undefined) this.#strange++;
      else this.#one(value, data, server, port, () => item.origin(`[${item.first + i}]`));
    }
  }

  #one(value: Row, data: Row, server: string, port: number, origin: () => Socket["origin"]): void {
    const name = own(value, "process");
    const process =
      typeof name === "string" && name !== "" && name !== "unknown" ? kept(name.slice(0, 200)) : undefined;
    const transport = own(data, "socket_type");
    const over = typeof transport === "string" && transport.startsWith("udp") ? "udp" : "tcp";
    const pid = whole(own(value, "pid")) ?? whole(own(data, "pid"));
    const ms = own(value, "timestamp");
    const at = typeof ms === "number" && ms > SINCE && ms < UNTIL ? ms : undefined;
    const key = `${process ?? pid} ${over} ${server} ${port}`;
    let s = this.#by.get(key);
    if (!s) {
      if (this.#by.size >= MAX_SOCKETS) {
        this.#over++;
        return;
      }
      const client = addressOf(own(data, "local_ip"));
      s = {
        process,
        pid,
        server,
        port,
        transport: over,
        client,
        first: at,
        last: at,
        count: 0,
        code: [],
        origin: origin(),
      };
      this.#by.set(key, s);
    }
    s.count++;
    if (at !== undefined && (s.last === undefined || at > s.last)) s.last = at;
    this.#code(s.code, own(data, "stack"));
  }

  #code(to: string[], stack: unknown): void {
    if (!Array.isArray(stack) || to.length >= MAX_CODE) return;
    for (const call of stack.slice(0, MAX_STACK)) {
      const name = isRow(call) ? own(call, "class") : undefined;
      if (typeof name !== "string" || SYSTEM.test(name)) continue;
      const short = kept(name.slice(0, 200))!;
      if (!to.includes(short)) to.push(short);
      if (to.length >= MAX_CODE) return;
    }
  }

  end(emit: Emit): void {
    for (const s of this.#by.values()) {
      const at = momentOf(s.first);
      emit({
        kind: "socket",
        ...(at ? { at } : {}),
        fields: {
          process: s.process,
          pid: s.pid,
          client: s.client,
          server: s.server,
          port: s.port,
          transport: s.transport,
          count: s.count,
          last: momentOf(s.last),
          ...(s.code.length > 0 ? { code: s.code } : {}),
        },
        observables: [],
        origin: s.origin,
      });
    }
    if (this.#strange > 0)
      this.#run.problem({ code: "artifact-value", found: `${this.#strange} values`, expected: "sockets", lost: "row" });
    if (this.#over > 0)
      this.#run.problem({
        code: "record-limit",
        found: `${this.#over} more`,
        expected: `<= ${MAX_SOCKETS}`,
        lost: "row",
      });
  }
}

export const sockets: Artifact<"json"> = {
  id: "network/sockets",
  version: 1,
  feed: "json",
  where: { capture: { paths: ["said/sockets/**"], want: {} } },
  fields,
  key: {},
  observes: [],
  words,
  secondHand: true,
  sources: ["pirogue-cli, socket_trace.json", "network.md 1.3"],
  parse: (run) => new Sockets(run),
};
