/**
 * The places of browsers and web views: what MVT's test backup holds of them, and what the generator writes, against Python's sqlite3 and
 * plistlib.
 * @module
 */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ArtifactRecord, Json } from "@contraluz/core";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, same } from "./runner.ts";
import { SHARED, TESTDATA } from "./shared.ts";

const MVT = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup");

const SAFARI = "AppDomain-com.apple.mobilesafari";
const CHROME = "AppDomain-com.google.chrome.ios";
const STATISTICS = "Library/WebKit/WebsiteData/ResourceLoadStatistics";

/** The file of a backup folder. */
function fileOf(backup: string, domain: string, path: string): string {
  const id = createHash("sha1").update(`${domain}-${path}`).digest("hex");
  return join(backup, id.slice(0, 2), id);
}

const QUERY = `
import json, sqlite3, sys
c = sqlite3.connect("file:%s?immutable=1" % sys.argv[1], uri=True)
print(json.dumps([list(r) for r in c.execute(sys.argv[2])]))`;

const rowsOf = (file: string, sql: string): unknown[][] =>
  JSON.parse(runPython(["-c", QUERY, file, sql])) as unknown[][];

const field = (r: ArtifactRecord, name: string): Json => (r.fields[name] ?? null) as Json;
const of = (records: readonly ArtifactRecord[], kind: string): readonly ArtifactRecord[] =>
  records.filter((r) => r.kind === kind);
/** The number that was stored, as a number: Python and SQLite write reals in ways of their own. */
const stored = (r: ArtifactRecord): number | null => (r.at ? Number(r.at.seen) : null);

async function tabs(x: Examined, file: string): Promise<string> {
  const records = await x.records("ios/safari-tabs");
  same(
    "tabs",
    of(records, "tab").map((r) => [field(r, "url"), field(r, "tab"), stored(r)]),
    rowsOf(file, "SELECT url, uuid, last_viewed_time FROM tabs ORDER BY id"),
  );
  const code = `
import json, plistlib, sqlite3, sys
c = sqlite3.connect("file:%s?immutable=1" % sys.argv[1], uri=True)
print(json.dumps([[e["SessionHistoryEntryURL"], u] for u, b in c.execute("SELECT tab_uuid, session_data FROM tab_sessions ORDER BY id") if b
  for e in plistlib.loads(b[4:])["SessionHistory"]["SessionHistoryEntries"]]))`;
  const pages = JSON.parse(runPython(["-c", code, file])) as unknown[][];
  same(
    "pages to go back to",
    of(records, "entry").map((r) => [field(r, "url"), field(r, "tab")]),
    pages,
  );
  return `${of(records, "tab").length} tabs and ${pages.length} pages to go back to, as sqlite3 and plistlib have them`;
}

async function sites(x: Examined, files: readonly (readonly [app: string, file: string])[]): Promise<string> {
  const records = of(await x.records("ios/webkit-observations"), "site");
  let n = 0;
  for (const [app, file] of files) {
    const rows = rowsOf(
      file,
      "SELECT registrableDomain, nullif(lastSeen, 0), hadUserInteraction = 1 FROM ObservedDomains ORDER BY domainID",
    );
    same(
      `sites of ${app}`,
      records
        .filter((r) => r.fields.app === app)
        .map((r) => [field(r, "site"), stored(r), r.observables[0]!.contact === "visited" ? 1 : 0]),
      rows,
    );
    n += rows.length;
  }
  same("sites of no other app", records.length, n);
  return `${n} sites of ${files.length} apps as sqlite3 has them`;
}

async function chrome(x: Examined, file: string): Promise<string> {
  const rows = rowsOf(
    file,
    "SELECT v.id, u.url, v.visit_time FROM visits v LEFT JOIN urls u ON u.id = v.url ORDER BY v.id",
  );
  same(
    "visits",
    of(await x.records("ios/chrome-history"), "visit").map((r) => [field(r, "visit"), field(r, "url"), stored(r)]),
    rows,
  );
  return `${rows.length} visits as sqlite3 has them`;
}

async function firefox(x: Examined, file: string): Promise<string> {
  const rows = rowsOf(
    file,
    "SELECT v.id, h.url, v.date FROM visits v LEFT JOIN history h ON h.id = v.siteID ORDER BY v.id",
  );
  same(
    "visits",
    of(await x.records("ios/firefox-history"), "visit").map((r) => [field(r, "visit"), field(r, "url"), stored(r)]),
    rows,
  );
  return `${rows.length} visits as sqlite3 has them`;
}

async function sessions(x: Examined, file: string): Promise<string> {
  const code = `
import json, plistlib, sys
d = plistlib.load(open(sys.argv[1], "rb"))["browsingStatistics"]
print(json.dumps([[e["PrevalentResourceOrigin"], [t["domain"] for t in e["topFrameUniqueRedirectsTo"]]] for e in d]))`;
  const rows = JSON.parse(runPython(["-c", code, file])) as unknown[][];
  same(
    "sites",
    (await x.records("ios/webkit-sessions")).map((r) => [field(r, "site"), field(r, "to")]),
    rows,
  );
  return `${rows.length} sites as plistlib has them`;
}

async function shortcuts(x: Examined, file: string): Promise<string> {
  const records = await x.records("ios/shortcuts");
  const code = `
import json, plistlib, sqlite3, sys
c = sqlite3.connect("file:%s?immutable=1" % sys.argv[1], uri=True)
print(json.dumps([[n, m, [a["WFWorkflowActionParameters"]["WFInput"] for a in plistlib.loads(b)]] for n, m, b in
  c.execute("SELECT ZNAME, ZMODIFICATIONDATE, ZDATA FROM ZSHORTCUTACTIONS a JOIN ZSHORTCUT s ON s.Z_PK = a.ZSHORTCUT ORDER BY a.Z_PK")]))`;
  const rows = JSON.parse(runPython(["-c", code, file])) as unknown[][];
  same(
    "actions",
    of(records, "actions").map((r) => [field(r, "name"), stored(r), field(r, "links")]),
    rows,
  );
  same("shortcuts", of(records, "shortcut").length, rows.length);
  return `${rows.length} shortcuts with the addresses in their actions, as sqlite3 and plistlib have them`;
}

export function webCases(temp: string): readonly Case[] {
  let mvt: Promise<Examined> | undefined;
  const real = (): Promise<Examined> => (mvt ??= examine(MVT, { temp }));
  let made: string | undefined;
  let generated: Promise<Examined> | undefined;
  /** The generator's phone: its folder, and the check of it. */
  const phone = (): string => {
    if (made !== undefined) return made;
    const folder = join(temp, "web");
    const generator = join(SHARED, "tools/gen_backup.py");
    runPython([generator, "--out", folder, "--scale", "0.02", "--only", "safari,small"]);
    return (made = join(folder, readdirSync(folder).find((n) => n.startsWith("0000"))!));
  };
  const on =
    (domain: string, path: string, compare: (x: Examined, file: string) => Promise<string>) =>
    async (): Promise<string> =>
      compare(await (generated ??= examine(phone(), { temp })), fileOf(phone(), domain, path));
  return [
    {
      name: "web, tabs of the mvt backup",
      run: async () => tabs(await real(), fileOf(MVT, "HomeDomain", "Library/Safari/BrowserState.db")),
    },
    {
      name: "web, sites seen inside apps of the mvt backup",
      run: async () =>
        sites(await real(), [["com.google.chrome.ios", fileOf(MVT, CHROME, `${STATISTICS}/observations.db`)]]),
    },
    { name: "web, tabs of the generator", run: on(SAFARI, "Library/Safari/BrowserState.db", tabs) },
    {
      name: "web, sites seen inside apps of the generator",
      run: async () =>
        sites(
          await (generated ??= examine(phone(), { temp })),
          ["com.apple.mobilesafari", "com.google.chrome.ios", "com.google.Gmail"].map((app) => [
            app,
            fileOf(phone(), `AppDomain-${app}`, `${STATISTICS}/observations.db`),
          ]),
        ),
    },
    {
      name: "web, Chrome of the generator",
      run: on(CHROME, "Library/Application Support/Google/Chrome/Default/History", chrome),
    },
    {
      name: "web, Firefox of the generator",
      run: on("AppDomainGroup-group.org.mozilla.ios.Firefox", "profile.profile/browser.db", firefox),
    },
    {
      name: "web, session log of the generator",
      run: on(SAFARI, `${STATISTICS}/full_browsing_session_resourceLog.plist`, sessions),
    },
    {
      name: "web, shortcuts of the generator",
      run: on("HomeDomain", "Library/Shortcuts/Shortcuts.sqlite", shortcuts),
    },
  ];
}
