/**
 * Connections that were open when the report was made: `NETSTAT` of a bug report.
 *
 * The line `Proto Recv-Q Send-Q Local Address Foreign Address State [User Inode PID/Program Name]` names the columns; `-n` prints numbers,
 * ports behind the last colon, `*` for any. IPv4 within IPv6 is `::ffff:192.0.2.1`. UDP may have no state.
 * Sources: android.md 2; AOSP toybox netstat, dumpstate.
 * @module
 */
import type { Moment, Observable } from "@contraluz/core";
import { appOfProcess, uidOf, userOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_CONNECTIONS = 50_000;
const PROTO = /^(?:tcp|udp|raw)6?$/;
const STATE = /^[A-Z][A-Z0-9_]{1,15}$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]{2,39}(?:(?::\d{1,3})(?:\.\d{1,3}){3})?)$/i;
/** Of this phone itself, or of nobody. */
const NOWHERE = /^(?:0\.0\.0\.0|127\.|::$|::1$|\*)/;

/** Address and port, `-1` for any. */
function endOf(s: string): { readonly ip: string; readonly port: number } {
  const colon = s.lastIndexOf(":");
  const ip = colon < 0 ? s : s.slice(0, colon);
  const port = s.slice(colon + 1);
  return { ip: ip.replace(/^\[|\]$|^::ffff:(?=\d{1,3}\.)/gi, ""), port: /^\d{1,5}$/.test(port) ? Number(port) : -1 };
}

class Netstat implements SectionReader {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  #head = false;
  #count = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trim();
    if (s === "" || s.startsWith("Active ")) {
      if (s.includes("UNIX")) this.#head = false;
      return;
    }
    if (s.startsWith("Proto ")) {
      this.#head = s.includes("Foreign Address");
      return;
    }
    if (!this.#head) return;
    const cells = s.split(/ +/, 40);
    if (!PROTO.test(cells[0]!) || cells.length < 5) {
      this.#odd++;
      return;
    }
    if (this.#count++ < MAX_CONNECTIONS) this.#connection(cells, line, item, emit);
  }

  #connection(cells: readonly string[], line: Line, item: SectionItem, emit: Emit): void {
    const local = endOf(cells[3]!);
    const remote = endOf(cells[4]!);
    const named = STATE.test(cells[5] ?? "") ? 1 : 0;
    const [user, , ...rest] = cells.slice(5 + named);
    const uid = user === undefined ? undefined : uidOf(user);
    // `1234/com.ejemplo.app`, or `-` where it may not be known.
    const [, pid, program] = /^(\d{1,9})\/(.{1,300})$/.exec(rest.join(" ")) ?? [];
    const open = IP.test(remote.ip) && !NOWHERE.test(remote.ip);
    const observables: Observable[] = open ? [{ type: "ip", value: remote.ip, contact: "resolved" }] : [];
    emit({
      kind: "connection",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        proto: kept(cells[0]),
        local: kept(cells[3]),
        remote: kept(remote.ip),
        port: remote.port < 0 ? undefined : remote.port,
        listens: local.port < 0 || open ? undefined : local.port,
        state: named ? kept(cells[5]) : undefined,
        uid,
        user: uid === undefined ? undefined : userOf(uid),
        pid: pid === undefined ? undefined : Number(pid),
        program: kept(program),
        app: program === undefined ? undefined : appOfProcess(program),
      },
      observables,
      origin: item.origin(line),
    });
  }

  end(): void {
    if (this.#count > MAX_CONNECTIONS)
      this.#run.problem({ code: "record-limit", found: `${this.#count} connections`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "tcp 0 0 …",
        lost: "row",
      });
  }
}

export const netstat: Artifact<"dumpstate"> = {
  id: "android/netstat",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["NETSTAT"]),
  fields,
  observes: [["ip", "resolved"]],
  words,
  sources: ["NETSTAT"],
  parse: (run) => readSections(() => new Netstat(run)),
};
