/**
 * What TLS encrypted, opened with keys that lie beside it: key logs, and the connections whose secrets are in them. TLS 1.2 and 1.3 with AES-GCM and
 * ChaCha20-Poly1305. Used only where the person asked for it.
 * @example
 * const log = new KeyLog();
 * log.add(bytesOfTheKeyLog);
 * const session = new TlsSession(log);
 * session.client(bytes, (plain) => heads.take(plain));
 * @module
 */
export { KeyLog, looksLikeKeyLog, type Secrets } from "./key-log.ts";
export { type TakePlain, TlsSession } from "./session.ts";
