/** HTTP and RTSP over TCP: heads of requests and answers; bodies are passed over, but for what RTSP describes. @module */
import { type HttpHead, MAX_HEAD, readHead } from "@contraluz/formats/http/index.ts";
import { envelopeOf, type Talk, type TcpReader } from "./talk.ts";

/** Heads of one direction of a connection that are told; bytes of a description. */
const MAX_HEADS = 2000;
const MAX_SDP = 4096;

const NOTHING: Uint8Array = new Uint8Array(0);

/** One direction: a head, then a body, then a head. */
class Heads {
  #held: Uint8Array = NOTHING;
  /** Bytes of a body that are left; what has no length lasts until something begins like a head. */
  #body = 0;
  #heads = 0;
  /** An answer of RTSP whose description has not come. */
  #waiting: HttpHead | undefined;

  /** Bytes that wait for those behind them. */
  get held(): number {
    return this.#held.length;
  }

  take(talk: Talk, bytes: Uint8Array): boolean {
    let b = bytes;
    if (this.#held.length > 0) {
      b = new Uint8Array(this.#held.length + bytes.length);
      b.set(this.#held);
      b.set(bytes, this.#held.length);
      this.#held = NOTHING;
    }
    let at = 0;
    while (at < b.length) {
      if (this.#waiting) {
        const want = Math.min(this.#body, MAX_SDP);
        if (b.length - at < want) break;
        this.#tell(talk, this.#waiting, new TextDecoder().decode(b.subarray(at, at + want)));
        this.#waiting = undefined;
      }
      if (this.#body > 0) {
        const over = Math.min(this.#body, b.length - at);
        this.#body -= over;
        at += over;
        continue;
      }
      // Frames of RTSP within its own connection: `$`, channel, length.
      if (b[at] === 0x24 && talk.serverPort !== 80) {
        if (at + 4 > b.length) break;
        this.#body = 4 + ((b[at + 2]! << 8) | b[at + 3]!);
        continue;
      }
      const head = readHead(b, at);
      if (head === "more") break;
      // The rest of a body without a length: a new head begins a segment.
      if (!head) return this.#heads > 0;
      if (this.#heads++ >= MAX_HEADS) return false;
      at += head.length;
      this.#body = bodyOf(head);
      if (this.#body > 0 && (head.fields.get("content-type") ?? "").startsWith("application/sdp")) this.#waiting = head;
      else this.#tell(talk, head);
    }
    this.#held = at < b.length ? b.slice(at) : NOTHING;
    return this.#held.length <= MAX_HEAD + MAX_SDP;
  }

  #tell(talk: Talk, head: HttpHead, sdp?: string): void {
    const host = head.fields.get("host");
    if (host !== undefined && talk.fromClient) talk.asks(host.replace(/:\d{1,5}$/, ""));
    talk.speaks(head.protocol.startsWith("RTSP") ? "rtsp" : head.protocol.startsWith("SIP") ? "sip" : "http");
    talk.emit({ kind: "http", ...envelopeOf(talk), head, ...(sdp === undefined ? {} : { sdp }) });
  }
}

function bodyOf(head: HttpHead): number {
  const length = Number(head.fields.get("content-length") ?? 0);
  const none = head.status !== undefined && (head.status < 200 || head.status === 204 || head.status === 304);
  return none || !Number.isSafeInteger(length) || length < 0 ? 0 : length;
}

/** A connection that begins like a head. */
export function httpConnection(): TcpReader {
  const [up, down] = [new Heads(), new Heads()];
  return {
    client: (talk, bytes) => up.take(talk, bytes),
    server: (talk, bytes) => down.take(talk, bytes),
    held: () => up.held + down.held,
  };
}
