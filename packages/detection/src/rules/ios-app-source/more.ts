/**
 * What else the phone tells of an app that did not come from the store: what it may use, that it recorded, and that the power log lists it. And
 * apps that the power log lists and no list of the store names.
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { string } from "../../plain.ts";

/** What an app may use, or did. */
export type What = "microphone" | "camera" | "recorded";
export interface Use {
  readonly use: string;
  readonly what: What;
  readonly ref: RecordRef;
}
/** An app that the power log lists as installed. */
export interface Energy {
  readonly energy: string;
  readonly ref: RecordRef;
}
/** An app that a list of the store names. */
export interface Sold {
  readonly sold: string;
}
/** A permit in the folder of an app. */
export interface Inside {
  readonly inside: string;
  /** Of a company, else of somebody who writes apps. */
  readonly company: boolean;
  readonly team: string;
  readonly ref: RecordRef;
}
export type More = Use | Energy | Sold | Inside;

/** Artifacts that tell it. */
export const MORE: readonly string[] = ["ios/tcc", "ios/power-log", "ios/store-apps", "ios/app-provisioning"];

const SERVICES: ReadonlyMap<string, What> = new Map([
  ["kTCCServiceMicrophone", "microphone"],
  ["kTCCServiceCamera", "camera"],
]);
const ALLOWED: ReadonlySet<string> = new Set(["allowed", "limited"]);
const MAX_NAME = 300;

/** Undefined for Apple's own apps, which need no store. */
function appOf(v: unknown): string | undefined {
  const app = string(v).slice(0, MAX_NAME);
  return app === "" || app.startsWith("com.apple.") ? undefined : app;
}

export function moreOf(r: ArtifactRecord, ref: () => RecordRef, artifact: string): More | undefined {
  const { app, client, client_type, service, decision, operation, deleted } = r.fields;
  if (artifact === "ios/app-provisioning") {
    const { folder, company, team_name, team } = r.fields;
    const who = (string(team_name) || string(team)).slice(0, MAX_NAME);
    const of = { inside: string(folder), company: company === true, team: who };
    return of.inside === "" ? undefined : { ...of, ref: ref() };
  }
  if (artifact === "ios/tcc") {
    const what = SERVICES.get(string(service));
    const use = what && client_type === "app" && ALLOWED.has(string(decision)) ? appOf(client) : undefined;
    return use === undefined ? undefined : { use, what: what!, ref: ref() };
  }
  const name = appOf(app);
  if (name === undefined) return undefined;
  if (artifact === "ios/store-apps") return { sold: name };
  if (r.kind === "audio" && operation === "Record") return { use: name, what: "recorded", ref: ref() };
  return r.kind === "app" && deleted === undefined ? { energy: name, ref: ref() } : undefined;
}

/** Facts that only say that something exists. */
export function moreOnce(f: More): string {
  if ("inside" in f) return `inside ${f.inside}`;
  return "use" in f ? `use ${f.what} ${f.use}` : "energy" in f ? `energy ${f.energy}` : `sold ${f.sold}`;
}

/** Fewer apps that the store names are no list of all that it sold. */
const LEAST_SOLD = 4;
/** Apps that the store names for each that it does not. */
const SHARE = 4;

/**
 * Apps of the power log that no list of the store names. Nothing where the lists name less than four fifths of them: the store's databases keep
 * what was updated, and may be young.
 */
export function unsold(facts: readonly object[]): readonly Energy[] {
  const sold = new Set(facts.flatMap((f) => ("sold" in f ? [(f as Sold).sold] : [])));
  const all = facts.filter((f): f is Energy => "energy" in f);
  const without = all.filter((e) => !sold.has(e.energy));
  const named = all.length - without.length;
  return named >= LEAST_SOLD && without.length * SHARE <= named ? without : [];
}

export interface Known {
  readonly whats: readonly What[];
  /** Companies and people whose permits these apps carry. */
  readonly teams: readonly string[];
  readonly records: readonly RecordRef[];
}

/** By app, what it may and did, its permit, and its places in the power log. `folders`: the app of each folder. */
export function knownOf(
  facts: readonly object[],
  folders: ReadonlyMap<string, string>,
): (apps: readonly string[]) => Known {
  const by = new Map<string, (Use | Energy | Inside)[]>();
  for (const f of facts as readonly More[]) {
    const app = "use" in f ? f.use : "energy" in f ? f.energy : "inside" in f ? folders.get(f.inside) : undefined;
    if (app === undefined) continue;
    const of = by.get(app);
    if (of) of.push(f as Use | Energy | Inside);
    else by.set(app, [f as Use | Energy | Inside]);
  }
  return (apps) => {
    const of = [...new Set(apps)].flatMap((a) => by.get(a) ?? []);
    return {
      whats: [...new Set(of.flatMap((f) => ("what" in f ? [f.what] : [])))],
      teams: [...new Set(of.flatMap((f) => ("inside" in f && f.team !== "" ? [f.team] : [])))],
      records: of.map((f) => f.ref),
    };
  };
}
