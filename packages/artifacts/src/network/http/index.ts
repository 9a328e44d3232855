/**
 * Requests and answers that anybody on the way can read: HTTP and RTSP. What was sent or searched for (the part behind `?`) is content.
 *
 * Sources: RFC 9112, 2326; network.md 3(a) (names that cameras give themselves), 3(b) B1, B4, B6.
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, HttpItem, ParseRun, Parser } from "../../artifact.ts";
import { address, text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Heads of one file. */
const MAX_RECORDS = 500_000;

const REALM = /\brealm="?([^",]{1,200})/i;

/** The address that was asked for, whole: of a proxy's request as it stands. */
function urlOf(i: HttpItem): string | undefined {
  const { target = "", fields: f, protocol } = i.head;
  if (/^[a-z]{1,10}:\/\//i.test(target)) return target;
  const host = f.get("host");
  if (host === undefined || !target.startsWith("/")) return undefined;
  return `${protocol.startsWith("RTSP") ? "rtsp" : i.decrypted ? "https" : "http"}://${host}${target}`;
}

class Heads implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  #count = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "http" || this.#count++ >= MAX_RECORDS) return;
    if (item.head.method === undefined) this.#answer(item, emit);
    else this.#request(item, emit);
  }

  #request(item: HttpItem, emit: Emit): void {
    const { head } = item;
    const url = urlOf(item);
    const host = head.fields.get("host")?.replace(/:\d{1,5}$/, "");
    const observables: Observable[] = [];
    // Of what was encrypted the part behind `?` stays out of the address, too: it may hold passwords.
    const whole = address(item.decrypted && !this.#run.content ? url?.split("?", 1)[0] : url);
    if (whole !== undefined) observables.push({ type: "url", value: whole, contact: "visited" });
    const [path, query] = (head.target ?? "").split("?", 2);
    emit({
      kind: "request",
      at: item.at,
      fields: {
        protocol: head.protocol,
        method: head.method,
        client: item.from.address,
        mac: item.from.mac,
        server: item.to.address,
        port: item.to.port,
        host: text(host),
        path: text(path),
        ...(this.#run.content && query !== undefined ? { query: text(query) } : {}),
        agent: text(head.fields.get("user-agent")),
        ...(item.decrypted ? { decrypted: true } : {}),
      },
      observables,
      origin: item.origin,
    });
  }

  #answer(item: HttpItem, emit: Emit): void {
    const { head } = item;
    emit({
      kind: "answer",
      at: item.at,
      fields: {
        protocol: head.protocol,
        status: head.status,
        client: item.to.address,
        server: item.from.address,
        mac: item.from.mac,
        port: item.from.port,
        software: text(head.fields.get("server")),
        realm: text(REALM.exec(head.fields.get("www-authenticate") ?? "")?.[1]),
        type: text(head.fields.get("content-type")),
        ...(item.sdp === undefined ? {} : { video: /^m=video/m.test(item.sdp) }),
        ...(item.decrypted ? { decrypted: true } : {}),
      },
      observables: [],
      origin: item.origin,
    });
  }

  end(): void {
    if (this.#count > MAX_RECORDS)
      this.#run.problem({ code: "record-limit", found: `${this.#count}`, expected: `<= ${MAX_RECORDS}`, lost: "row" });
  }
}

export const http: Artifact<"capture"> = {
  id: "network/http",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["http"] } } },
  fields,
  key: {},
  observes: [["url", "visited"]],
  words,
  sources: ["RFC 9112", "RFC 2326", "network.md 3"],
  parse: (run) => new Heads(run),
};
