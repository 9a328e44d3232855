/**
 * H14: apps that did not come from the App Store: another source in their receipt, no receipt, or a company's permit. And apps
 * whose data is in the backup and that its list of apps does not name.
 *
 * The sources of the App Store and of device management are ordinary; other programs of Apple are said as a note. Apps are
 * grouped by source, so that one finding stands for one way in. `com.apple.*` apps come with the system and have no receipt.
 * In a dump the receipt lies in the folder of its app; if no folder has one, the tool did not copy them. The log of installations names the kind
 * of each: what is neither of the store nor of the system came by a computer or a company's page. Of each such app the question tells what it may
 * use and whose permit it carries (`more.ts`); an app of the power log that the store's lists do not name is asked about, if nothing else told of it.
 * @module
 */
import type { ArtifactRecord, Level, Params, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { knownOf, MORE, type More, moreOf, moreOnce, unsold } from "./more.ts";
import { type Case, SOURCES, usesIn, words } from "./words.ts";

interface App {
  readonly app: string;
  /** Its receipt names another app. */
  readonly other: boolean;
  readonly receipt: boolean;
  readonly source: string;
  readonly ref: RecordRef;
}
interface Permit {
  readonly team: string;
  readonly permit: string;
  readonly ref: RecordRef;
}
/** An app of the list in Info.plist. */
interface Listed {
  readonly listed: string;
}
/** An app whose container is in the backup. */
interface Container {
  readonly container: string;
  readonly ref: RecordRef;
}
/** The folder of an app in a dump, and one that holds a receipt. */
interface Bundle {
  readonly bundle: string;
  readonly folder: string;
  readonly ref: RecordRef;
}
interface Receipted {
  readonly receipted: string;
}
/** The log: an installation of an unusual kind begins, or an app is given its permit or its folder. */
interface Begun {
  readonly begun: string;
  readonly ref: RecordRef;
}
interface Placed {
  readonly placed: string;
  readonly permitted: boolean;
  readonly ref: RecordRef;
}
type Fact = App | Permit | Listed | Container | Bundle | Receipted | Begun | Placed | More;

const ORDINARY: ReadonlySet<string> = new Set([
  "com.apple.AppStore",
  "com.apple.AppStore.ProductPageExtension",
  "com.apple.dmd",
  "dmd",
]);
/** Kinds of installation that the store and the system use. */
const KINDS: ReadonlySet<string> = new Set([
  "Customer",
  "Placeholder",
  "System",
  "SystemAppPlaceholder",
  "VPNPlugin",
  "Patch",
]);
const NAMED = 5;
/** Sources that get a finding of their own; the rest share one. */
const MAX_SOURCES = 4;

interface Group {
  readonly case: Case;
  readonly source: string;
  readonly apps: App[];
}

function levelOf(g: Group): Level {
  return g.case === "source" && g.source.startsWith("com.apple.") && !Object.hasOwn(SOURCES, g.source) ? "info" : "ask";
}

function paramsOf(kind: Case, count: number, apps: readonly string[], source = ""): Params {
  const known = Object.hasOwn(SOURCES, source) ? SOURCES[source] : undefined;
  return {
    case: kind,
    count,
    apps: some(apps, NAMED) || "—",
    source: plain(source) || "—",
    source_es: known?.es ?? "",
    source_en: known?.en ?? "",
  };
}

function groupsOf(apps: readonly App[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const add = (key: string, kind: Case, source: string, a: App): void => {
    const of = groups.get(key);
    if (of) of.apps.push(a);
    else groups.set(key, { case: kind, source, apps: [a] });
  };
  let sources = 0;
  for (const a of apps) {
    if (a.receipt && !a.other && ORDINARY.has(a.source)) continue;
    if (!a.receipt || a.other) add("iTunesMetadata", "receipt", "", a);
    else if (groups.has(`source ${a.source}`) || sources++ < MAX_SOURCES)
      add(`source ${a.source}`, "source", a.source, a);
    else add("…", "source", "", a);
  }
  return groups;
}

/** The app of a container at its first sight: `ios/manifest` observes it once. */
function containerOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  for (const o of r.observables) {
    if (o.type !== "app-id" || o.value.startsWith("com.apple.") || r.fields.domain !== `AppDomain-${o.value}`) continue;
    return { container: o.value, ref: ref() };
  }
  return undefined;
}

function bundleOf(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { app, folder } = r.fields;
  return string(app) === "" || string(app).startsWith("com.apple.")
    ? undefined
    : { bundle: string(app), folder: string(folder), ref: ref() };
}

/** What the log of installations says of one; entries of one installation follow each other. */
function logged(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { action, app, type, by, path } = r.fields;
  if (action === "requested")
    return typeof type === "string" && !KINDS.has(type) ? { begun: string(by).slice(0, 200), ref: ref() } : undefined;
  const permitted = action === "profile";
  const placed = action === "container" && string(path).includes("/Bundle/Application/");
  return (permitted || placed) && string(app) !== ""
    ? { placed: string(app).slice(0, 300), permitted, ref: ref() }
    : undefined;
}

/** A hit and the apps that it is about. */
interface Told {
  readonly hit: Hit;
  readonly apps: readonly string[];
}

/** Apps of a dump without a receipt or with a permit inside, as if their list said so. */
function unreceipted(facts: readonly Fact[]): App[] {
  const folders = new Set(facts.flatMap((f) => ("receipted" in f ? [f.receipted] : [])));
  const inside = new Set(facts.flatMap((f) => ("inside" in f ? [f.inside] : [])));
  // No receipt at all: the tool did not copy them.
  const missing = (folder: string): boolean => folders.size > 0 && !folders.has(folder);
  return facts.flatMap((f) =>
    "bundle" in f && (missing(f.folder) || inside.has(f.folder))
      ? [{ app: f.bundle, other: false, receipt: false, source: "", ref: f.ref }]
      : [],
  );
}

/** Apps that the log placed after an installation of an unusual kind, or with a permit. */
function outside(facts: readonly Fact[]): Map<string, { by: string; records: RecordRef[] }> {
  const apps = new Map<string, { by: string; records: RecordRef[] }>();
  let begun: Begun | undefined;
  for (const f of facts) {
    if ("begun" in f) begun = f;
    if (!("placed" in f)) continue;
    if (begun || f.permitted) {
      const of = apps.get(f.placed) ?? { by: begun?.begun ?? "", records: [] };
      of.records.push(...(begun ? [begun.ref] : []), f.ref);
      apps.set(f.placed, of);
    }
    begun = undefined;
  }
  return apps;
}

export const appSource: Rule<Fact> = {
  id: "ios/app-source",
  version: 3,
  level: "ask",
  words,
  needs: [
    "ios/applications",
    "ios/provisioning-profiles",
    "ios/backup-info",
    "ios/manifest",
    "ios/app-bundles",
    "ios/installation-log",
    ...MORE,
  ],
  baseRate: {
    fired: 0,
    samples: 11,
    what: "MVT's test backup (it lists six apps and keeps no receipts), the generator's phone without the one that it planted (16 apps), its sysdiagnoses and dumps of iOS 15, 17, 18 and 26, plaso's log of installations",
  },
  sources: ["mvt.md 3 (Applications)", "Google Threat Analysis Group, Hermit, 2022 (apps under a company's permit)"],
  budget: 100_000,
  once(f) {
    if ("listed" in f) return `listed ${f.listed}`;
    if ("container" in f) return `container ${f.container}`;
    return "use" in f || "energy" in f || "sold" in f || "inside" in f ? moreOnce(f) : undefined;
  },
  fact(r, ref, artifact) {
    if (MORE.includes(artifact)) return moreOf(r, ref, artifact);
    if (artifact === "ios/manifest") return containerOf(r, ref);
    if (artifact === "ios/backup-info") {
      const listed = string(r.fields.app).toLowerCase();
      return r.kind === "app" && listed !== "" ? { listed } : undefined;
    }
    if (artifact === "ios/provisioning-profiles") {
      if (r.kind !== "profile" || r.fields.company !== true || r.fields.apple === true) return undefined;
      return { team: string(r.fields.team_name) || string(r.fields.team), permit: string(r.fields.name), ref: ref() };
    }
    if (artifact === "ios/installation-log") return r.kind === "event" ? logged(r, ref) : undefined;
    if (artifact === "ios/app-bundles" && r.kind === "bundle") return bundleOf(r, ref);
    const { app, receipt, source, receipt_app, folder } = r.fields;
    if (r.kind !== "app" || typeof app !== "string" || typeof receipt !== "boolean") return undefined;
    const from = string(source);
    // Nearly all apps: no fact, or in a dump that they have a receipt.
    if (receipt && receipt_app === undefined && ORDINARY.has(from))
      return typeof folder === "string" ? { receipted: folder } : undefined;
    if (!receipt && app.startsWith("com.apple.")) return undefined;
    return { app, receipt, other: receipt_app !== undefined, source: from, ref: ref() };
  },
  *judge(facts, context) {
    const folders = new Map(facts.flatMap((f) => ("bundle" in f ? [[f.folder, f.bundle] as const] : [])));
    const known = knownOf(facts, folders);
    for (const { hit, apps } of told(facts, new Set(context.known.map((k) => k.toLowerCase())))) {
      const { whats, teams, records } = known(apps);
      const params = { ...hit.params, ...usesIn(whats), teams: some(teams, 3) };
      yield { ...hit, params, records: [...hit.records, ...records] };
    }
  },
};

function* told(facts: readonly Fact[], known: ReadonlySet<string>): Generator<Told> {
  const isKnown = (app: string): boolean => app !== "" && known.has(app.toLowerCase());
  const came = [...outside(facts)].filter(([app]) => !isKnown(app));
  // What the log tells of an app is told once, with its missing receipt.
  const bare = unreceipted(facts);
  for (const [app, c] of came) c.records.push(...bare.filter((b) => b.app === app).map((b) => b.ref));
  const logged = new Set(came.map(([app]) => app));
  const found = [...facts.filter((f): f is App => "app" in f), ...bare.filter((b) => !logged.has(b.app))];
  const apps = found.filter((f) => !isKnown(f.app) && !isKnown(f.source));
  for (const [subject, g] of groupsOf(apps)) {
    const names = g.apps.map((a) => a.app);
    const hit = {
      // What a question is about is what answers it (`known`).
      subject: plain(g.case === "source" && subject !== "…" ? g.source : subject) || "?",
      level: levelOf(g),
      params: paramsOf(g.case, g.apps.length, names, g.source),
      records: g.apps.map((a) => a.ref),
    };
    yield { hit, apps: names };
  }
  if (came.length > 0) {
    const names = came.map(([app]) => app);
    const by = came.find(([, c]) => c.by !== "")?.[1].by ?? "";
    const hit = {
      subject: came.length === 1 ? plain(names[0]!) || "?" : "mobile_installation.log",
      params: paramsOf("logged", came.length, names, by),
      records: came.flatMap(([, c]) => c.records),
    };
    yield { hit, apps: names };
  }
  const elsewhere = new Set([...logged, ...found.map((f) => f.app)]);
  const lone = unsold(facts).filter((e) => !elsewhere.has(e.energy) && !isKnown(e.energy));
  if (lone.length > 0) {
    const names = lone.map((e) => e.energy);
    const subject = names.length === 1 ? plain(names[0]!) || "?" : "PLSQL";
    // The places in the power log come with what else is known of these apps.
    yield { hit: { subject, params: paramsOf("energy", names.length, names), records: [] }, apps: names };
  }
  const permits = facts.filter((f): f is Permit => "permit" in f && !isKnown(f.team));
  if (permits.length > 0) {
    const names = permits.map((p) => p.team || p.permit);
    const records = permits.map((p) => p.ref);
    yield { hit: { subject: "mis.db", params: paramsOf("permit", permits.length, names), records }, apps: [] };
  }
  const listed = new Set(facts.flatMap((f) => ("listed" in f ? [f.listed] : [])));
  const lonely = facts.filter(
    (f): f is Container => "container" in f && !listed.has(f.container.toLowerCase()) && !isKnown(f.container),
  );
  // Without a list nothing is missing from it.
  if (listed.size === 0 || lonely.length === 0) return;
  const names = lonely.map((c) => c.container);
  const hit: Hit = {
    subject: "Info.plist",
    level: "info",
    params: paramsOf("unlisted", lonely.length, names),
    records: lonely.map((c) => c.ref),
  };
  yield { hit, apps: [] };
}
