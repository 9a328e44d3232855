/**
 * Beginnings of encrypted connections: the name that was asked for in the open, fingerprints of both sides, and the
 * certificates of the server: in the open until TLS 1.2, later where keys opened them.
 *
 * Sources: RFC 8446, 5246, 9001; JA3 (Salesforce), JA4 (FoxIO, the client's alone); network.md 3(b) B1, B3, B6, B7.
 * @module
 */
import type { Json, Observable } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser, ShownCertificate, TlsItem } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Beginnings of one file. */
const MAX_RECORDS = 500_000;
/** Names of one certificate that are told. */
const MAX_NAMES = 20;

const dayOf = (s: number | undefined): string | null =>
  s === undefined || !(Math.abs(s) < 8e12) ? null : new Date(s * 1000).toISOString().slice(0, 10);

/** Certificates come again and again, and the feed gives the same object for those that are alike. */
const SHOWN = new WeakMap<ShownCertificate, Json>();

function shown(c: ShownCertificate): Json {
  let json = SHOWN.get(c);
  if (json === undefined) SHOWN.set(c, (json = written(c)));
  return json;
}

function written(c: ShownCertificate): Json {
  return {
    subject: text(c.subject)!,
    issuer: text(c.issuer)!,
    names: c.names.slice(0, MAX_NAMES).map((n) => text(n)!),
    from: dayOf(c.notBefore),
    until: dayOf(c.notAfter),
    selfIssued: c.selfIssued,
    sha256: c.sha256,
    sha1: c.sha1,
  };
}

/** A name that may be one of DNS: addresses and texts of no letter are none. */
const isName = (s: string): boolean => /[a-z]/i.test(s) && !s.includes(":");

function observed(i: TlsItem): Observable[] {
  const out: Observable[] = [];
  if (i.sni !== undefined && isName(i.sni)) out.push({ type: "domain", value: text(i.sni)!, contact: "visited" });
  for (const c of i.certificates) {
    out.push({ type: "certificate", value: c.sha256, contact: "shown" });
    out.push({ type: "certificate", value: c.sha1, contact: "shown" });
  }
  if (i.ja4 !== undefined) out.push({ type: "ja4", value: i.ja4, contact: "listed" });
  return out;
}

class Hellos implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  #count = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "tls" || this.#count++ >= MAX_RECORDS) return;
    emit({
      kind: "hello",
      at: item.at,
      fields: {
        client: item.from.address,
        mac: item.from.mac,
        server: item.to.address,
        port: item.to.port,
        over: item.over,
        sni: text(item.sni),
        alpn: item.alpn.slice(0, MAX_NAMES).map((a) => text(a)!),
        ...(item.ech ? { ech: true } : {}),
        version: item.version,
        ja3: item.ja3,
        ja4: item.ja4,
        ja3s: item.ja3s,
        certificates: item.certificates.map(shown),
        ...(item.decrypted ? { decrypted: true } : {}),
      },
      observables: observed(item),
      origin: item.origin,
    });
  }

  end(): void {
    if (this.#count > MAX_RECORDS)
      this.#run.problem({ code: "record-limit", found: `${this.#count}`, expected: `<= ${MAX_RECORDS}`, lost: "row" });
  }
}

export const tls: Artifact<"capture"> = {
  id: "network/tls",
  version: 2,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["tls"] } } },
  fields,
  key: {},
  observes: [
    ["domain", "visited"],
    ["certificate", "shown"],
    ["ja4", "listed"],
  ],
  words,
  sources: ["RFC 8446", "RFC 9001", "network.md 3(b)"],
  parse: (run) => new Hellos(run),
};
