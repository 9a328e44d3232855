/** Results of pure functions, kept while they are asked for again: programs greet alike, and servers show the same certificates. @module */
import {
  type ClientHello,
  isGrease,
  ja3,
  ja3s,
  ja3sText,
  ja4,
  type ServerHello,
} from "@contraluz/formats/tls/index.ts";
import { certificateHashes, readCertificate } from "@contraluz/formats/x509/index.ts";
import type { ShownCertificate } from "./types.ts";

/** Results of one kind; a hostile capture makes up new ones, and then all are forgotten. */
const MAX = 2000;
/** Bytes of certificates that are compared; larger ones are read each time. */
const MAX_BYTES = 8192;

/** A memory of texts by texts. */
class Memo {
  readonly #by = new Map<string, string>();

  of(key: string, make: () => string): string {
    let v = this.#by.get(key);
    if (v === undefined) {
      v = make();
      if (this.#by.size >= MAX) this.#by.clear();
      this.#by.set(key, v);
    }
    return v;
  }
}

/** What is remembered for one capture. */
export class TlsMemo {
  readonly #clients = new Map<number, { readonly hello: ClientHello; ja3: string; t: string; q: string }>();
  readonly #hashes = new Memo();
  readonly #certificates = new Map<
    number,
    { readonly der: Uint8Array; readonly shown: ShownCertificate | undefined }
  >();

  /** Of a hello that was said before, what was worked out then; `q`, `t`: over QUIC, over TCP. */
  client(h: ClientHello, over: "q" | "t"): { readonly ja3: string; readonly ja4: string } {
    const key = hashOf(h);
    let of = this.#clients.get(key);
    if (!of || !alike(of.hello, h)) {
      if (this.#clients.size >= MAX) this.#clients.clear();
      this.#clients.set(key, (of = { hello: h, ja3: ja3(h), t: "", q: "" }));
    }
    if (of[over] === "") of[over] = ja4(h, over);
    return { ja3: of.ja3, ja4: of[over] };
  }

  ja3s(h: ServerHello): string {
    return this.#hashes.of(`s ${ja3sText(h)}`, () => ja3s(h));
  }

  /** Undefined of what is no certificate. */
  certificate(der: Uint8Array): ShownCertificate | undefined {
    if (der.length > MAX_BYTES) return shownOf(der);
    let hash = der.length;
    // Every third byte tells certificates apart; those that it does not are compared.
    for (let i = 0; i < der.length; i += 3) hash = (Math.imul(hash, 31) + der[i]!) | 0;
    const known = this.#certificates.get(hash);
    if (known && same(known.der, der)) return known.shown;
    const shown = shownOf(der);
    if (this.#certificates.size >= MAX / 4) this.#certificates.clear();
    this.#certificates.set(hash, { der: der.slice(), shown });
    return shown;
  }
}

const LISTS = ["versions", "ciphers", "extensions", "groups", "pointFormats", "signatures"] as const;

/** Clients make up values that mean nothing (GREASE), others each time; fingerprints leave them out. */
const sense = (n: number): number => (isGrease(n) ? GREASE : n);
const GREASE = 0x0a0a;

/** Of all that fingerprints are made of. */
function hashOf(h: ClientHello): number {
  let hash = h.version;
  for (const k of LISTS) for (const n of h[k]) hash = Math.imul(hash ^ sense(n), 0x0100_0193);
  return hash;
}

function alike(a: ClientHello, b: ClientHello): boolean {
  if (a.version !== b.version || a.alpn[0] !== b.alpn[0]) return false;
  for (const k of LISTS) {
    const [x, y] = [a[k], b[k]];
    if (x.length !== y.length) return false;
    for (let i = 0; i < x.length; i++) if (sense(x[i]!) !== sense(y[i]!)) return false;
  }
  return true;
}

function shownOf(der: Uint8Array): ShownCertificate | undefined {
  const c = readCertificate(der);
  return c && { ...c, ...certificateHashes(der) };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
