/** Results of pure functions, kept while they are asked for again: programs greet alike, and servers show the same certificates. @module */
import {
  type ClientHello,
  ja3,
  ja3s,
  ja3sText,
  ja3Text,
  ja4,
  ja4Parts,
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
  readonly #hashes = new Memo();
  readonly #certificates = new Map<
    number,
    { readonly der: Uint8Array; readonly shown: ShownCertificate | undefined }
  >();

  ja3(h: ClientHello): string {
    return this.#hashes.of(`c ${ja3Text(h)}`, () => ja3(h));
  }

  ja3s(h: ServerHello): string {
    return this.#hashes.of(`s ${ja3sText(h)}`, () => ja3s(h));
  }

  ja4(h: ClientHello, transport: "t" | "q"): string {
    return this.#hashes.of(`4 ${ja4Parts(h, transport).join(" ")}`, () => ja4(h, transport));
  }

  /** Undefined of what is no certificate. */
  certificate(der: Uint8Array): ShownCertificate | undefined {
    if (der.length > MAX_BYTES) return shownOf(der);
    let hash = der.length;
    for (let i = 0; i < der.length; i++) hash = (Math.imul(hash, 31) + der[i]!) | 0;
    const known = this.#certificates.get(hash);
    if (known && same(known.der, der)) return known.shown;
    const shown = shownOf(der);
    if (this.#certificates.size >= MAX / 4) this.#certificates.clear();
    this.#certificates.set(hash, { der: der.slice(), shown });
    return shown;
  }
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
