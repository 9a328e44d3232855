/**
 * Keys of TLS that lie in a capture or beside it: that they are there, whether they were used, and how many connections they opened. The keys
 * themselves are in no record. What was said in those connections stands in `network/http`.
 *
 * Sources: RFC 9850 (key logs), draft-ietf-opsawg-pcapng (4.7, Decryption Secrets Block); network.md 1.3, 2.
 * @module
 */
import type { Artifact, CaptureItem, Emit, Parser } from "../../artifact.ts";
import { fields, words } from "./words.ts";

class Keys implements Parser<CaptureItem> {
  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "keys") return;
    const { used, connections, opened, failed, packed, origin } = item;
    emit({ kind: "keys", fields: { used, connections, opened, failed, packed }, observables: [], origin });
  }
}

export const keys: Artifact<"capture"> = {
  id: "network/keys",
  version: 1,
  feed: "capture",
  // Keys come before what they open.
  where: { capture: { paths: ["**"], first: ["said/keys/**"], want: { items: ["keys"] } } },
  fields,
  key: {},
  observes: [],
  words,
  sources: ["RFC 9850", "draft-ietf-opsawg-pcapng", "network.md 2"],
  parse: () => new Keys(),
};
