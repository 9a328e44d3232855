/**
 * What TLS encrypted, opened with keys that lie beside it: key logs, and the connections whose secrets are in them. TLS 1.2 and 1.3 with AES-GCM and
 * ChaCha20-Poly1305, TLS 1.2 with AES-CBC, and the certificates that TLS 1.3 encrypts. Used only where the person asked for it.
 * @example
 * const log = new KeyLog();
 * log.add(bytesOfTheKeyLog);
 * const session = new TlsSession(log);
 * session.client(bytes, (plain) => heads.take(plain));
 * @module
 */
export { type Chain, GreetingMessages } from "./greeting.ts";
export { KeyLog, looksLikeKeyLog, type Secrets } from "./key-log.ts";
export { type TakePlain, TlsSession } from "./session.ts";
