/**
 * A connection of TLS whose keys are known: read as ever, and besides what was said in it, if that is HTTP/1 or HTTP/2. What else is spoken is
 * passed over.
 * @module
 */
import { looksLikeHttp } from "@contraluz/formats/http/index.ts";
import { Http2Heads, looksLikeHttp2 } from "@contraluz/formats/http2/index.ts";
import { type KeyLog, TlsSession } from "@contraluz/formats/tls-keys/index.ts";
import { httpConnection } from "./http.ts";
import { envelopeOf, type Talk, type TcpReader } from "./talk.ts";
import type { TlsReader } from "./tls.ts";

/** As a connection in the open, whose items say that they were not. */
function opened(talk: Talk): Talk {
  return Object.create(talk, {
    emit: {
      value: (item: Parameters<Talk["emit"]>[0]) =>
        talk.emit(item.kind === "http" ? { ...item, decrypted: true } : item),
    },
    speaks: { value: () => {} },
  }) as Talk;
}

/** Both sides of HTTP/2. */
function http2Connection(): TcpReader {
  let speaking: Talk | undefined;
  /** It is truly HTTP/2: what a server of mail says first is none, and nothing of it is lost. */
  let spoke = false;
  const heads = (): Http2Heads =>
    new Http2Heads((head) => {
      spoke = true;
      speaking?.emit({ kind: "http", ...envelopeOf(speaking), head });
    });
  const [up, down] = [heads(), heads()];
  const take = (side: Http2Heads, talk: Talk, bytes: Uint8Array): boolean => {
    speaking = talk;
    side.take(bytes);
    speaking = undefined;
    if (side.done && spoke) talk.count("heads-cut");
    return !side.done;
  };
  return {
    client: (talk, bytes) => take(up, talk, bytes),
    server: (talk, bytes) => take(down, talk, bytes),
    held: () => up.held + down.held,
  };
}

/** Who reads what was opened, by its first bytes; what a server says first is no HTTP but in HTTP/2. */
function readerOf(fromClient: boolean, bytes: Uint8Array): TcpReader | undefined {
  if (!fromClient) return http2Connection();
  return looksLikeHttp2(bytes) ? http2Connection() : looksLikeHttp(bytes) ? httpConnection() : undefined;
}

/** `base` reads the connection as ever. */
export function decryptedConnection(base: TlsReader, keys: KeyLog): TcpReader {
  let speaking: Talk | undefined;
  const session = new TlsSession(keys, (chain) => {
    if (!speaking) return;
    if (chain === "packed") speaking.count("tls-packed");
    else base.settle(speaking, chain);
  });
  const wants = { up: true, down: true };
  const plain = { up: true, down: true };
  let [inner, told, cut]: [TcpReader | undefined, boolean, boolean] = [undefined, false, false];
  const side = (talk: Talk, bytes: Uint8Array, fromClient: boolean): boolean => {
    const at = fromClient ? "up" : "down";
    if (wants[at]) wants[at] = fromClient ? base.client(talk, bytes) : base.server(talk, bytes);
    if (plain[at]) {
      const within = opened(talk);
      const take = (text: Uint8Array): void => {
        inner ??= readerOf(fromClient, text);
        if (!inner) session.stop();
        else if (plain[at]) plain[at] = fromClient ? inner.client(within, text) : inner.server(within, text);
      };
      speaking = talk;
      if (fromClient) session.client(bytes, take);
      else session.server(bytes, take);
      speaking = undefined;
      if (!session.greeting) base.settle(talk);
      if (session.opened && !told) {
        told = true;
        talk.count("tls-opened");
      }
      if (session.cut && !cut) {
        cut = true;
        talk.count("heads-cut");
      }
    }
    return wants[at] || (plain[at] && session.alive);
  };
  return {
    client: (talk, bytes) => side(talk, bytes, true),
    server: (talk, bytes) => side(talk, bytes, false),
    held: () => base.held() + session.held + (inner?.held() ?? 0),
    end(talk) {
      base.end?.(talk);
      if (session.known && !session.opened) talk.count("tls-not-opened");
      session.stop();
    },
  };
}
