/**
 * An app that listens and does nothing else: of the App Privacy Report, apps that used the microphone three times or more in the
 * week and no camera, photos, contacts or location. One question for each, and a note with the servers that it asked for.
 *
 * Apps that people talk with use contacts, camera or photos as well; an app that was put on a phone to listen has no need to. Apps of
 * Apple are left out. The report tells of apps only: a program inside the system, as the costly kind of spyware is, does not show here.
 * @module
 */
import type { ArtifactRecord, Moment, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Use {
  readonly app: string;
  readonly microphone: boolean;
  readonly night: boolean;
  readonly ref: RecordRef;
}
interface Server {
  readonly app: string;
  readonly domain: string;
  readonly ref: RecordRef;
}
type Fact = Use | Server;

const USES = 3;
const MORNING = 6;
const MAX_FINDINGS = 3;
const NAMED = 5;

/** Before six in the morning, by the clock that wrote the time. */
function atNight(at: Moment | undefined): boolean {
  const m = /^\d{4}-\d\d-\d\dT(\d\d):/.exec(at?.seen ?? "");
  return m !== null && Number(m[1]) < MORNING;
}

function factOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const app = string(r.fields.app).slice(0, 200);
  if (app === "" || app.startsWith("com.apple.")) return undefined;
  if (r.kind === "access") {
    const microphone = r.fields.category === "microphone";
    return { app, microphone, night: microphone && atNight(r.at), ref: ref() };
  }
  const domain = string(r.fields.domain).slice(0, 200);
  return r.kind === "network" && domain !== "" ? { app, domain, ref: ref() } : undefined;
}

interface App {
  nights: number;
  other: boolean;
  readonly records: RecordRef[];
}

export const onlyListens: Rule<Fact> = {
  id: "ios/only-listens",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/privacy-report"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "plaso's privacy report, and six of the generator without the app that it plants; what counts as an explanation was chosen in view of reports of the generator, so this is no rate; no report of a real phone of today was at hand",
  },
  sources: [
    "App Privacy Report (plaso's sample)",
    "no published case: the pattern of an app that is used for listening",
  ],
  budget: 100_000,
  // That an app used something else is known once it did.
  once: (f) => ("domain" in f ? `${f.app}\n${f.domain}` : f.microphone ? undefined : f.app),
  fact: factOf,
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const apps = new Map<string, App>();
    for (const f of facts) {
      if ("domain" in f || known.has(f.app.toLowerCase())) continue;
      let a = apps.get(f.app);
      if (!a) apps.set(f.app, (a = { nights: 0, other: false, records: [] }));
      if (!f.microphone) a.other = true;
      else a.records.push(f.ref);
      if (f.night) a.nights++;
    }
    const listens = [...apps].filter(([, a]) => !a.other && a.records.length >= USES);
    for (const [app, { nights, records }] of listens.slice(0, MAX_FINDINGS)) {
      const params = { app: plain(app), apps: 1, nights, uses: records.length, servers: "" };
      yield { subject: plain(app) || "?", params, records };
      const servers = facts.filter((f): f is Server => "domain" in f && f.app === app);
      if (servers.length === 0) continue;
      yield {
        subject: `${plain(app)} →`,
        level: "info",
        params: {
          ...params,
          servers: some(
            servers.map((s) => s.domain),
            NAMED,
          ),
        },
        records: servers.map((s) => s.ref),
      };
    }
    const rest = listens.slice(MAX_FINDINGS);
    if (rest.length > 0)
      yield {
        subject: "…",
        params: { app: "", apps: rest.length, nights: 0, uses: USES, servers: "" },
        records: rest.flatMap(([, a]) => a.records),
      };
  },
};
