/**
 * H15: rights of clients that are no app on the phone: a program by its path outside the places of the system, or an app that
 * is gone. The second is ordinary (iOS keeps rows of removed apps), so all of them are one note, and only for the rights that let
 * somebody listen, watch or follow.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { SERVICES, words } from "./words.ts";

interface Grant {
  readonly client: string;
  readonly path: boolean;
  readonly service: string;
  readonly ref: RecordRef;
}
/** An app that is on the phone. */
interface Present {
  readonly app: string;
}
type Fact = Grant | Present;

/** Programs of the system and of apps lie here. */
const SYSTEM =
  /^\/(?:System|usr|bin|sbin|Applications|private\/preboot|private\/var\/containers\/Bundle|var\/containers\/Bundle)\//;
const NAMED = 5;
const GIVEN: ReadonlySet<string> = new Set(["allowed", "limited"]);

export const tccClient: Rule<Fact> = {
  id: "ios/tcc-client",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/tcc", "ios/backup-info"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "MVT's test backup (11 rows) and the generator's phone: no client by its path; the note about apps that are gone fires on the generator's phone, whose rows name apps that do not exist",
  },
  sources: ["ios.md 2.2 and 3 (TCC.db, H15)"],
  budget: 200_000,
  once: (f) => ("app" in f ? f.app : undefined),
  fact(r, ref, artifact) {
    if (artifact === "ios/backup-info") {
      const app = string(r.fields.app);
      return r.kind === "app" && app !== "" ? { app } : undefined;
    }
    const { client, client_type, service, decision } = r.fields;
    if (r.kind !== "grant" || typeof client !== "string" || client === "") return undefined;
    const path = client_type === "path" || client.startsWith("/");
    // `/usr/../tmp/x` does not lie below /usr.
    if (path)
      return SYSTEM.test(client) && !client.includes("/../")
        ? undefined
        : { client, path, service: string(service), ref: ref() };
    if (client.startsWith("com.apple.") || !GIVEN.has(string(decision)) || !Object.hasOwn(SERVICES, string(service)))
      return undefined;
    return { client, path, service: string(service), ref: ref() };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const present = new Set(facts.flatMap((f) => ("app" in f ? [f.app.toLowerCase()] : [])));
    const paths = new Map<string, Grant[]>();
    const gone: Grant[] = [];
    for (const f of facts) {
      if ("app" in f || known.has(f.client.toLowerCase())) continue;
      if (f.path) {
        const of = paths.get(f.client);
        if (of) of.push(f);
        else paths.set(f.client, [f]);
      }
      // Without a list of apps nothing is known to be gone.
      else if (present.size > 0 && !present.has(f.client.toLowerCase())) gone.push(f);
    }
    const params = (case_: string, of: readonly Grant[]): Record<string, string | number> => ({
      case: case_,
      count: new Set(of.map((g) => g.client)).size,
      clients: some(
        of.map((g) => g.client),
        NAMED,
        100,
      ),
      what_es: some(
        of.map((g) => SERVICES[g.service]?.es ?? g.service),
        NAMED,
        60,
      ),
      what_en: some(
        of.map((g) => SERVICES[g.service]?.en ?? g.service),
        NAMED,
        60,
      ),
    });
    const first = [...paths].slice(0, NAMED);
    for (const [client, of] of first)
      yield { subject: plain(client), params: params("path", of), records: of.map((g) => g.ref) };
    const rest = [...paths].slice(NAMED).flatMap(([, of]) => of);
    if (rest.length > 0) yield { subject: "…", params: params("path", rest), records: rest.map((g) => g.ref) };
    if (gone.length > 0)
      yield { subject: "gone", level: "info", params: params("gone", gone), records: gone.map((g) => g.ref) };
  },
};
