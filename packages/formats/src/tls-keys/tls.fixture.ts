/** Connections of TLS between Node's own client and server, in memory: what each side sends, and the key log of it. @module */
import { Duplex, duplexPair } from "node:stream";
import { connect, createServer, type SecureVersion, type TLSSocket } from "node:tls";

/** Made for these tests; it opens nothing else. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbunPVAN2lHnW8MA9
D6XVURm05WTzNpJhpmkcOs27w+WhRANCAATsrAhZotEwHwL8gdaMxsLrFJO0otR8
2fjKfTtNm37OZe8pUnw4nBmT+6J81C1wE12RKLdWD/caQAhRYFoxgpVg
-----END PRIVATE KEY-----`;
const CERT = `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUf5dPC2dUYu600Q6jLVy9ej2+kecwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMY2FzYS5leGFtcGxlMCAXDTI2MTEyNjAzMzQyNVoYDzIwODEw
ODI5MDMzNDI1WjAXMRUwEwYDVQQDDAxjYXNhLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATsrAhZotEwHwL8gdaMxsLrFJO0otR82fjKfTtNm37OZe8p
Unw4nBmT+6J81C1wE12RKLdWD/caQAhRYFoxgpVgo2wwajAdBgNVHQ4EFgQUeQfy
6gvgnZb7cL1KoupXL58qNgUwHwYDVR0jBBgwFoAUeQfy6gvgnZb7cL1KoupXL58q
NgUwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxjYXNhLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIhAPlNQvC21deSV9l1KEmnujS0UmKuPZwCdXkX1ifAH76d
AiBHB5/nYoXAiaXcoykax6HW8la5B0d4ezxmQS1Zk+Qu+w==
-----END CERTIFICATE-----`;

export const IDENTITY: { readonly key: string; readonly cert: string } = { key: KEY, cert: CERT };

/** What crossed, in its order. */
export interface Crossed {
  readonly parts: { readonly fromClient: boolean; readonly bytes: Uint8Array }[];
  keyLog: string;
}

function tap(to: Duplex, seen: (bytes: Uint8Array) => void): Duplex {
  const d = new Duplex({
    read: () => {},
    write(chunk: Buffer, _, done) {
      seen(Uint8Array.from(chunk));
      to.write(chunk, done);
    },
    final: (done) => void to.end(done),
  });
  to.on("data", (c: Buffer) => d.push(c));
  to.on("end", () => d.push(null));
  return d;
}

export interface Options {
  readonly version: SecureVersion;
  /** Names of OpenSSL. */
  readonly ciphers?: string;
  readonly curves?: { readonly client: string; readonly server: string };
  readonly alpn?: string;
  /** Of CBC: hashes are over what is said, not over what is encrypted. */
  readonly macFirst?: boolean;
}

/** Bit of OpenSSL that forbids RFC 7366; Node has no name for it. */
const NO_ENCRYPT_THEN_MAC = 1 << 19;

/** Both ends of a connection that is made; what crosses is noted. */
export function tlsPair(o: Options): { crossed: Crossed; client: TLSSocket; server: Promise<TLSSocket> } {
  const crossed: Crossed = { parts: [], keyLog: "" };
  const [left, right] = duplexPair();
  const note = (fromClient: boolean) => (bytes: Uint8Array) => void crossed.parts.push({ fromClient, bytes });
  const both = {
    minVersion: o.version,
    maxVersion: o.version,
    ...(o.ciphers ? { ciphers: o.ciphers } : {}),
    ...(o.macFirst ? { secureOptions: NO_ENCRYPT_THEN_MAC } : {}),
  };
  const alpn = o.alpn ? { ALPNProtocols: [o.alpn] } : {};
  const listener = createServer({ ...IDENTITY, ...both, ...alpn, ...(o.curves ? { ecdhCurve: o.curves.server } : {}) });
  const server = new Promise<TLSSocket>((resolve) => void listener.once("secureConnection", resolve));
  listener.emit("connection", tap(right, note(false)));
  const client = connect({
    socket: tap(left, note(true)),
    servername: "casa.example",
    rejectUnauthorized: false,
    ...both,
    ...alpn,
    ...(o.curves ? { ecdhCurve: o.curves.client } : {}),
  });
  client.on("keylog", (line: Buffer) => void (crossed.keyLog += line.toString("latin1")));
  return { crossed, client, server };
}

/** The client says texts, the server answers each in capitals, then it is over. */
export async function spoken(o: Options, texts: readonly string[]): Promise<Crossed> {
  const { crossed, client, server } = tlsPair(o);
  const answering = await server;
  answering.on("data", (c: Buffer) => void answering.write(c.toString("latin1").toUpperCase()));
  for (const text of texts)
    await new Promise<void>((resolve) => {
      let got = 0;
      const more = (c: Buffer): void => {
        got += c.length;
        if (got < text.length) return;
        client.off("data", more);
        resolve();
      };
      client.on("data", more);
      client.write(text);
    });
  client.destroy();
  answering.destroy();
  return crossed;
}
