/**
 * Key logs (`SSLKEYLOGFILE`): for each connection, named by the random of its client, the secrets from which its keys follow.
 *
 * These are secrets. They stay in memory for as long as captures are read, and nothing else of ours holds them.
 * Source: draft-ietf-tls-keylogfile (RFC 9850); of TLS 1.2 the master secret (`CLIENT_RANDOM`), of TLS 1.3 and QUIC the
 * secrets of both sides, of the greeting and of what follows it.
 * @module
 */

export interface Secrets {
  /** Of TLS 1.2: 48 bytes. */
  master?: Uint8Array;
  /** Of TLS 1.3: what client and server say once they have greeted. 32 or 48 bytes. */
  client?: Uint8Array;
  server?: Uint8Array;
  /** Of TLS 1.3: what they say while they greet, which is where the server shows its certificates. */
  clientGreeting?: Uint8Array;
  serverGreeting?: Uint8Array;
  /** Of TLS 1.3 and QUIC: what the client says before the server answered. */
  early?: Uint8Array;
}

/** Connections whose secrets are kept; letters of a line. */
const MAX_CONNECTIONS = 100_000;
const MAX_LINE = 300;
const HEAD = 4096;

const LINE = /^([A-Z][A-Z0-9_]{2,40}) ([0-9a-f]{64}) ([0-9a-f]{64,128})\W*$/i;
const LABELS: Readonly<Record<string, keyof Secrets>> = {
  CLIENT_RANDOM: "master",
  CLIENT_TRAFFIC_SECRET_0: "client",
  SERVER_TRAFFIC_SECRET_0: "server",
  CLIENT_HANDSHAKE_TRAFFIC_SECRET: "clientGreeting",
  SERVER_HANDSHAKE_TRAFFIC_SECRET: "serverGreeting",
  CLIENT_EARLY_TRAFFIC_SECRET: "early",
};
const KNOWN =
  /^(?:CLIENT_RANDOM|(?:CLIENT|SERVER)_(?:HANDSHAKE_TRAFFIC_SECRET|TRAFFIC_SECRET_0)|CLIENT_EARLY_TRAFFIC_SECRET|(?:EARLY_)?EXPORTER_SECRET)$/;

/** Of an exchange of keys by RSA, which OpenSSL writes before the line that is used here. */
const RSA = /^RSA [0-9a-f]{16} [0-9a-f]{96}\W*$/i;

const utf8 = new TextDecoder();

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));

export function hexOf(b: Uint8Array): string {
  let out = "";
  for (const x of b) out += x.toString(16).padStart(2, "0");
  return out;
}

/** True if a file begins as a key log does: with one of its lines, behind comments. */
export function looksLikeKeyLog(head: Uint8Array): boolean {
  const first = head[0];
  // `#`, an end of line, a capital letter.
  if (first === undefined || !(first === 0x23 || first === 10 || first === 13 || (first >= 0x41 && first <= 0x5a)))
    return false;
  for (const line of utf8.decode(head.subarray(0, HEAD)).split("\n", 100)) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const m = LINE.exec(line);
    return m === null ? RSA.test(line) : KNOWN.test(m[1]!);
  }
  return false;
}

/** Secrets of all key logs of one check. */
export class KeyLog {
  readonly #by = new Map<string, Secrets>();
  /** Lines that say nothing that is used here: secrets of exports, damage. */
  others = 0;
  /** Connections for which there was no room. */
  over = 0;

  /** Connections whose secrets are known. */
  get size(): number {
    return this.#by.size;
  }

  /** A whole text of lines. */
  add(text: Uint8Array): void {
    for (let at = 0; at < text.length; ) {
      const next = text.indexOf(10, at);
      const end = next < 0 ? text.length : next;
      if (end > at && text[at] !== 0x23) this.#line(end - at > MAX_LINE ? "" : utf8.decode(text.subarray(at, end)));
      at = end + 1;
    }
  }

  #line(line: string): void {
    const m = LINE.exec(line);
    const name = m && Object.hasOwn(LABELS, m[1]!) ? LABELS[m[1]!]! : undefined;
    const secret = m?.[3] ?? "";
    const fits = name === "master" ? secret.length === 96 : secret.length === 64 || secret.length === 96;
    if (!m || !name || !fits) {
      if (line.trim() !== "") this.others++;
      return;
    }
    const random = m[2]!.toLowerCase();
    let of = this.#by.get(random);
    if (!of) {
      if (this.#by.size >= MAX_CONNECTIONS) {
        this.over++;
        return;
      }
      this.#by.set(random, (of = {}));
    }
    of[name] ??= bytesOf(secret);
  }

  of(clientRandom: Uint8Array): Secrets | undefined {
    return this.#by.get(hexOf(clientRandom));
  }
}
