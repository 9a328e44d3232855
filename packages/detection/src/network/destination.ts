/** A machine's calls to one server, as rules about networks read them. @module */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { plain, string } from "../plain.ts";
import type { Hit } from "../rule.ts";
import { isQuietName, isQuietPort } from "./quiet.ts";

/** What the base rates of these rules were counted on. */
export const CLEAN_CAPTURES: { readonly samples: number; readonly what: string } = {
  samples: 44,
  what: "41 captures of nDPI, zeek and tcpdump (short ones, malware among them, tunnels left out) and three generated phones of six hours without a planted sign",
};

/** Findings of one rule that are named; the rest is one more. */
export const MAX_NAMED = 5;

export const number = (v: unknown): number => (typeof v === "number" ? v : typeof v === "bigint" ? Number(v) : 0);

/** What the rules need of a record `destination` of `network/connections`. */
export interface Called {
  readonly client: string;
  /** `name:port`, or the address where no name is known. */
  readonly subject: string;
  readonly server: string;
  readonly port: number;
  readonly app: string;
  readonly nameless: boolean;
  readonly ref: RecordRef;
}

/** IPv6 addresses stand in brackets before a port. */
export const endpoint = (host: string, port: number): string =>
  `${host.includes(":") ? `[${host}]` : plain(host)}:${port}`;

/** Undefined of end points that everybody calls at a pace. */
export function called(r: ArtifactRecord, ref: () => RecordRef): Called | undefined {
  if (r.kind !== "destination") return undefined;
  const { client, name, servers, port, app, nameless } = r.fields;
  const known = string(name);
  const server = Array.isArray(servers) ? string(servers[0]) : "";
  if (isQuietPort(number(port)) || (known !== "" && isQuietName(known))) return undefined;
  return {
    client: string(client),
    subject: endpoint(known || server, number(port)),
    server,
    port: number(port),
    app: string(app),
    nameless: nameless === true,
    ref: ref(),
  };
}

/** Networks at home, groups, this machine. */
const LOCAL =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|2(?:2[4-9]|[345]\d)\.|0\.|::|f[cdef]|fe[89ab])/;

export const isOutside = (address: string): boolean => address !== "" && !LOCAL.test(address);

/** Facts of each subject, in their order. */
export function bySubject<F extends { readonly subject: string; readonly ref: RecordRef }>(
  facts: Iterable<F>,
): Map<string, F[]> {
  const by = new Map<string, F[]>();
  for (const f of facts) {
    const list = by.get(f.subject);
    if (list) list.push(f);
    else by.set(f.subject, [f]);
  }
  return by;
}

/** The first hits, and one that counts the others: `rest` in its params (see `withRest`). */
export function* named(hits: readonly Hit[]): Generator<Hit> {
  yield* hits.slice(0, MAX_NAMED);
  const more = hits.slice(MAX_NAMED);
  if (more.length === 0) return;
  const level = more[0]!.level;
  yield {
    subject: "…",
    ...(level === undefined ? {} : { level }),
    params: { ...more[0]!.params, rest: more.length },
    records: more.flatMap((h) => h.records.slice(0, 1)),
  };
}
