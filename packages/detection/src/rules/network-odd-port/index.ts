/**
 * What is spoken where it is not at home: TLS on a port that is none of its own, plain HTTP on port 443. A note.
 *
 * Programs of companies and games use ports of their own, and so do servers that want to be overlooked.
 * Source: network.md 3(b) B6.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { bySubject, CLEAN_CAPTURES, endpoint, isOutside, named, number } from "../../network/destination.ts";
import { isQuietName } from "../../network/quiet.ts";
import { isTlsPort } from "../../network/tls-ports.ts";
import { string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Spoken {
  readonly subject: string;
  readonly what: "tls" | "http";
  readonly client: string;
  readonly ref: RecordRef;
}

export const oddPort: Rule<Spoken> = {
  id: "network/odd-port",
  version: 1,
  level: "info",
  words,
  needs: ["network/tls", "network/http"],
  baseRate: { fired: 0, ...CLEAN_CAPTURES },
  sources: ["network.md 3(b) B6"],
  budget: 5000,
  once: (f) => `${f.what} ${f.subject}`,
  fact(r, ref) {
    const { server, port, sni, host, client, over, protocol, decrypted } = r.fields;
    if (!isOutside(string(server))) return undefined;
    const at = number(port);
    if (r.kind === "hello" && over === "tcp" && !isTlsPort(at)) {
      const name = string(sni);
      if (name !== "" && isQuietName(name)) return undefined;
      return { subject: endpoint(name || string(server), at), what: "tls", client: string(client), ref: ref() };
    }
    if (r.kind === "request" && at === 443 && decrypted !== true && string(protocol).startsWith("HTTP"))
      return {
        subject: endpoint(string(host) || string(server), at),
        what: "http",
        client: string(client),
        ref: ref(),
      };
    return undefined;
  },
  *judge(facts) {
    const hits: Hit[] = [];
    for (const [subject, of] of bySubject(facts))
      hits.push({ subject, params: { what: of[0]!.what, client: of[0]!.client }, records: of.map((f) => f.ref) });
    yield* named(hits);
  },
};
