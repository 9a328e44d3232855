/**
 * H13: a VPN, DNS, filter or proxy that was set up outside a profile. Only the person can tell; one question for each app or name.
 *
 * What comes from a profile that is still there is asked about by `ios/profiles`.
 * @module
 */
import type { Json, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { WHAT, words } from "./words.ts";

interface Setting {
  readonly what: string;
  readonly name: string;
  readonly app: string;
  readonly profile: string;
  readonly servers: readonly string[];
  readonly ref: RecordRef;
}
interface Present {
  readonly profiles: readonly string[];
}
type Fact = Setting | Present;

const NAMED = 3;
/** Questions of one check; a phone with more gets one for all the rest. */
const MAX_QUESTIONS = 4;

const servers = (v: Json | undefined): string[] =>
  Array.isArray(v) ? v.filter((x): x is string => typeof x === "string").slice(0, 10) : [];

export const networkSettings: Rule<Fact> = {
  id: "ios/network-settings",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/network-settings", "ios/configuration-profiles"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "MVT's test backup (it lists both files and holds neither body); expected to ask wherever a VPN app is used",
  },
  sources: ["Apple, NetworkExtension framework", "Apple Platform Deployment, VPN overview"],
  budget: 10_000,
  fact(r, ref, artifact) {
    if (artifact === "ios/configuration-profiles") {
      const profiles = [string(r.fields.uuid), string(r.fields.identifier)].filter((p) => p !== "");
      return r.kind === "profile" && profiles.length > 0 ? { profiles } : undefined;
    }
    if (r.kind !== "setting" || !Object.hasOwn(WHAT, string(r.fields.what))) return undefined;
    return {
      what: string(r.fields.what),
      name: string(r.fields.name),
      app: string(r.fields.app) || string(r.fields.provider),
      profile: string(r.fields.profile),
      servers: servers(r.fields.servers as Json | undefined),
      ref: ref(),
    };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const profiles = new Set(facts.flatMap((f) => ("profiles" in f ? f.profiles.map((p) => p.toLowerCase()) : [])));
    const groups = new Map<string, Setting[]>();
    for (const f of facts) {
      if ("profiles" in f || (f.profile !== "" && profiles.has(f.profile.toLowerCase()))) continue;
      if ([f.name, f.app].some((n) => n !== "" && known.has(n.toLowerCase()))) continue;
      const wanted = f.app || f.name || f.what;
      const key = groups.has(wanted) || groups.size < MAX_QUESTIONS ? wanted : "…";
      const of = groups.get(key);
      if (of) of.push(f);
      else groups.set(key, [f]);
    }
    for (const [subject, of] of groups) {
      const whats = [...new Set(of.map((s) => s.what))];
      yield {
        subject: plain(subject) || "?",
        params: {
          name:
            some(
              of.flatMap((s) => [s.name, s.app]),
              NAMED,
            ) || "?",
          servers: some(
            of.flatMap((s) => s.servers),
            NAMED,
            60,
          ),
          what_es: whats.map((w) => WHAT[w]!.es).join(", "),
          what_en: whats.map((w) => WHAT[w]!.en).join(", "),
        },
        records: of.map((s) => s.ref),
      };
    }
  },
};
