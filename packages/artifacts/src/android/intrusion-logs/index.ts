/**
 * Intrusion logs of Advanced Protection (Android 16): what apps looked up and connected to, and the security log.
 *
 * One JSON object a line, of one key: `dns_event`, `connect_event`, `security_event`. Times are milliseconds, of security events nanoseconds
 * (told apart by their size). An address is `/1.2.3.4` or `host/1.2.3.4`. Files of days overlap: what stands in two of them comes once.
 * What a browser looks up, a person or a page led it to.
 * Sources: android.md 1.4; AOSP SecurityLogTags.logtags; the documentation of MVT (both forms of a security event).
 * @module
 */
import { type Contact, type Moment, type Observable, utcNs } from "@contraluz/core";
import { ANDROID_BROWSERS } from "../../android-browsers.ts";
import { isPackage } from "../../android-names.ts";
import type { Artifact, Emit, NdjsonItem, NdjsonObject, ParseRun, Parser, Place } from "../../artifact.ts";
import { isObject, type Obj, of } from "../../json.ts";
import { kept } from "../../text.ts";
import { describe, securityOf } from "./security.ts";
import { fields, words } from "./words.ts";

const place: Place<"ndjson"> = {
  paths: ["txt", "json", "jsonl", "ndjson", "log"].map((e) => `intrusion_logs/**/*.${e}`),
  want: {},
};

/** Addresses that one answer names. */
const MAX_ADDRESSES = 100;
/** The year 2010: what is said to be older is a clock that was not set, or no time. */
const FIRST = 1_262_304_000n;
/** The year 2200. */
const LAST = 7_258_118_400n;
const SECOND = 1_000_000_000n;

/** A count since 1970, in the unit that its size tells: an attacker's 10^14 would be the year 5138 in milliseconds. */
function instant(digits: string): Moment | undefined {
  const n = BigInt(digits);
  const [scale, precision] =
    digits.length > 17
      ? ([1n, "ns"] as const)
      : digits.length > 14
        ? ([1000n, "us"] as const)
        : ([1_000_000n, "ms"] as const);
  const utc = n * scale;
  return utc / SECOND >= FIRST && utc / SECOND < LAST ? utcNs(utc, digits, precision) : undefined;
}

/** The time of an event: of 19 digits, of which JSON's numbers lose the last, as the line has them. */
function timeOf(event: unknown, line: string): Moment | undefined {
  const value = of(event, "event_time");
  if (typeof value === "string") return /^\d{1,19}$/.test(value) ? instant(value) : undefined;
  if (typeof value !== "number" || !(value > 0 && value < 1e19)) return undefined;
  if (Number.isSafeInteger(value)) return instant(String(value));
  for (const m of line.matchAll(/"event_time"\s{0,20}:\s{0,20}(\d{16,19})\b/g))
    if (Number(m[1]) === value) return instant(m[1]!);
  return undefined;
}

/** `/1.2.3.4`, `host/1.2.3.4`, `1.2.3.4`. */
function addressOf(v: unknown): { readonly host: string | undefined; readonly address: string } | undefined {
  if (typeof v !== "string" || v.length > 4096) return undefined;
  const slash = v.lastIndexOf("/");
  const address = kept(v.slice(slash + 1).trim());
  return address ? { host: kept(v.slice(0, Math.max(slash, 0))) || undefined, address } : undefined;
}

const MET: Readonly<Record<"true" | "false", Contact>> = { true: "visited", false: "resolved" };

/** The app of an event, and how what it reached met the phone. */
function appOf(event: Obj): { readonly app: string | undefined; readonly met: Contact; readonly ran: Observable[] } {
  const app = kept(of(event, "package_name")) || undefined;
  const met = MET[`${ANDROID_BROWSERS.has(app ?? "")}`];
  return { app, met, ran: isPackage(app) ? [{ type: "app-id", value: app, contact: "ran" }] : [] };
}

class Events implements Parser<NdjsonItem> {
  readonly #run: ParseRun;
  readonly #odd = new Map<string, number>();

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: NdjsonItem, emit: Emit): void {
    for (const o of item.objects) {
      const [type, event] = Object.entries(isObject(o.value) ? o.value : {}).find(([, v]) => isObject(v)) ?? [];
      const done = isObject(event) && this.#event(type!, event, o, item, emit);
      if (!done) this.#count(type ?? "");
    }
  }

  #event(type: string, event: Obj, { line }: NdjsonObject, item: NdjsonItem, emit: Emit): boolean {
    const time = timeOf(event, line.text);
    const at = time ? { at: time } : {};
    const origin = item.origin(line);
    if (type === "dns_event") {
      const host = kept(of(event, "hostname")) || undefined;
      const list = of(event, "ip_addresses");
      const addresses = (Array.isArray(list) ? list.slice(0, MAX_ADDRESSES) : []).flatMap(
        (a) => addressOf(a)?.address ?? [],
      );
      if (host === undefined && addresses.length === 0) return false;
      const { app, met, ran } = appOf(event);
      emit({
        kind: "dns",
        ...at,
        fields: { app, host, addresses: addresses.length > 0 ? addresses : undefined },
        observables: [
          ...(host === undefined ? [] : [{ type: "domain", value: host, contact: met } as const]),
          ...addresses.map((value) => ({ type: "ip", value, contact: met }) as const),
          ...ran,
        ],
        origin,
      });
      return true;
    }
    if (type === "connect_event") {
      const to = addressOf(of(event, "ip_address"));
      if (!to) return false;
      const { app, met, ran } = appOf(event);
      const port = of(event, "port");
      emit({
        kind: "connection",
        ...at,
        fields: {
          app,
          host: to.host,
          address: to.address,
          port: Number.isSafeInteger(port) ? (port as number) : undefined,
        },
        observables: [
          ...(to.host === undefined ? [] : [{ type: "domain", value: to.host, contact: met } as const]),
          { type: "ip", value: to.address, contact: met },
          ...ran,
        ],
        origin,
      });
      return true;
    }
    const security = type === "security_event" ? securityOf(event) : undefined;
    if (!security) return false;
    emit({ kind: "security", ...at, ...describe(security, this.#run.content), origin });
    return true;
  }

  #count(type: string): void {
    const key = /^[a-z_]{1,40}$/.test(type) && this.#odd.size < 20 ? type : "?";
    this.#odd.set(key, (this.#odd.get(key) ?? 0) + 1);
  }

  end(): void {
    for (const [type, n] of this.#odd)
      this.#run.problem({ code: "artifact-value", found: `${n} events: ${type}`, lost: "row" });
  }
}

export const intrusionLogs: Artifact<"ndjson"> = {
  id: "android/intrusion-logs",
  version: 1,
  feed: "ndjson",
  where: { androidqf: place, "intrusion-logs": place },
  fields,
  observes: [
    ["domain", "resolved"],
    ["domain", "visited"],
    ["ip", "resolved"],
    ["ip", "visited"],
    ["app-id", "ran"],
    ["app-id", "installed"],
    ["app-id", "listed"],
    ["process", "ran"],
    ["hash", "ran"],
    ["file-path", "present"],
    ["file-path", "listed"],
  ],
  words,
  sources: ["Intrusion Logging (Android 16): dns_event, connect_event, security_event", "AOSP SecurityLogTags.logtags"],
  parse: (run) => new Events(run),
};
