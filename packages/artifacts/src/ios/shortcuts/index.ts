/**
 * Shortcuts.sqlite: shortcuts, what they do, and what starts them by itself.
 *
 * An address in a shortcut that speaks to servers by itself is set up on the phone; in one that opens a page or writes a text it is only
 * mentioned there. ZTRIGGER (personal automations) names its shortcut; its ZDATA is a keyed archive whose class says what starts it.
 * Times are Apple seconds since 2001.
 * Sources: mvt.md 3 (path, ZSHORTCUT, ZSHORTCUTACTIONS), tools that read the database of macOS (ZDATA as a bare list or with
 * WFWorkflowActions; ZTRIGGER with ZENABLED, ZSHOULDPROMPT, ZDATA; ZLASTRUNEVENTDATE, ZRUNEVENTSCOUNT). No real database was at hand.
 * @module
 */
import { type Contact, type Moment, macSeconds, type Observable, type Origin } from "@contraluz/core";
import { archiveOf, className } from "@contraluz/formats/keyed-archive/index.ts";
import { asDict, isUid, parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, ParseRun, SqliteItem } from "../../artifact.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { actionsOf } from "./actions.ts";
import { fields, words } from "./words.ts";

/** Shortcuts held to be joined with their actions. */
const MAX_SHORTCUTS = 20_000;
/** Addresses of one shortcut that its record names; all are compared with signs. */
const MAX_NAMED = 100;

interface Shortcut {
  readonly name: string | undefined;
  readonly changed: Moment | undefined;
}

/** The property list of a column; what is none is a problem of the row. */
function listOf(v: unknown, origin: Origin, run: ParseRun): PlistValue | undefined {
  if (!(v instanceof Uint8Array) || v.length === 0) return undefined;
  let damaged = false;
  const value = parsePlist(v, () => {
    damaged = true;
  });
  if (damaged) run.problem({ code: "plist-damaged", origin, expected: "actions of a shortcut", lost: "row" });
  return value;
}

function takeShortcuts(item: SqliteItem, known: Lookup<Shortcut>, emit: Emit): void {
  const [id, name, changed] = [item.column("Z_PK"), item.column("ZNAME"), item.column("ZMODIFICATIONDATE")];
  const [made, ran, runs] = [
    item.column("ZCREATIONDATE"),
    item.column("ZLASTRUNEVENTDATE"),
    item.column("ZRUNEVENTSCOUNT"),
  ];
  const [app, gone] = [item.column("ZASSOCIATEDAPPBUNDLEIDENTIFIER"), item.column("ZTOMBSTONED")];
  for (const row of item.rows) {
    const v = row.values;
    const key = number(v[id]) ?? row.rowid;
    const s: Shortcut = { name: text(v[name]), changed: macSeconds(number(v[changed])) };
    if (known.get(key) === undefined) known.set(key, s, s.name?.length ?? 0);
    const at = macSeconds(number(v[made]));
    emit({
      kind: "shortcut",
      ...(at ? { at } : {}),
      fields: {
        shortcut: key,
        name: s.name,
        changed: s.changed,
        last_run: macSeconds(number(v[ran])),
        runs: number(v[runs]),
        app: text(v[app]),
        removed: v[gone] === 1 ? true : undefined,
      },
      observables: [],
      origin: item.origin(row),
    });
  }
}

function takeActions(item: SqliteItem, known: Lookup<Shortcut>, run: ParseRun, emit: Emit): void {
  const [of, data] = [item.column("ZSHORTCUT"), item.column("ZDATA")];
  for (const row of item.rows) {
    const origin = item.origin(row);
    const actions = actionsOf(listOf(row.values[data], origin, run));
    if (!actions) continue;
    if (!actions.all) run.problem({ code: "record-limit", origin, found: "actions of a shortcut", lost: "bytes" });
    const shortcut = number(row.values[of]);
    const joined = known.get(shortcut);
    const contact: Contact = actions.sends ? "installed" : "listed";
    const observables: Observable[] = [];
    for (const value of actions.links) observables.push({ type: "url", value, contact });
    emit({
      kind: "actions",
      ...(joined?.changed ? { at: joined.changed } : {}),
      fields: {
        shortcut,
        name: joined?.name,
        count: actions.count,
        actions: actions.kinds,
        links: actions.links.size > 0 ? [...actions.links].slice(0, MAX_NAMED) : undefined,
        sends: actions.sends ? true : undefined,
      },
      observables,
      origin,
    });
  }
}

/** The class of an archived trigger: `WFMessageTrigger`. */
function triggerKind(plist: PlistValue | undefined): string | undefined {
  const a = archiveOf(plist);
  const root = a?.top.get("root");
  const object = a && root !== undefined && isUid(root) ? asDict(a.objects[root.uid]) : undefined;
  return object ? text(className(a!.objects, object)) : undefined;
}

function takeTriggers(item: SqliteItem, known: Lookup<Shortcut>, run: ParseRun, emit: Emit): void {
  const [of, data] = [item.column("ZSHORTCUT"), item.column("ZDATA")];
  const [enabled, asks] = [item.column("ZENABLED"), item.column("ZSHOULDPROMPT")];
  for (const row of item.rows) {
    const v = row.values;
    const origin = item.origin(row);
    const shortcut = number(v[of]);
    const flag = (x: unknown): boolean | undefined => (x === 0 || x === 1 ? x === 1 : undefined);
    emit({
      kind: "trigger",
      fields: {
        shortcut,
        name: known.get(shortcut)?.name,
        starts: triggerKind(listOf(v[data], origin, run)),
        enabled: flag(v[enabled]),
        asks: flag(v[asks]),
      },
      observables: [],
      origin,
    });
  }
}

export const shortcuts: Artifact<"sqlite"> = {
  id: "ios/shortcuts",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["HomeDomain/Library/Shortcuts/Shortcuts.sqlite"],
    want: {
      tables: [
        {
          name: "ZSHORTCUT",
          columns: [
            "Z_PK",
            "ZNAME",
            "ZCREATIONDATE",
            "ZMODIFICATIONDATE",
            "ZLASTRUNEVENTDATE",
            "ZRUNEVENTSCOUNT",
            "ZASSOCIATEDAPPBUNDLEIDENTIFIER",
            "ZTOMBSTONED",
          ],
          needs: ["ZNAME"],
          lookup: true,
        },
        { name: "ZSHORTCUTACTIONS", columns: ["ZSHORTCUT", "ZDATA"], needs: ["ZDATA"] },
        { name: "ZTRIGGER", columns: ["ZSHORTCUT", "ZENABLED", "ZSHOULDPROMPT", "ZDATA"], optional: true },
      ],
    },
  }),
  fields,
  key: { shortcut: ["shortcut"], actions: ["shortcut"], trigger: ["shortcut"] },
  observes: [
    ["url", "installed"],
    ["domain", "installed"],
    ["ip", "installed"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["Shortcuts.sqlite: ZSHORTCUT, ZSHORTCUTACTIONS, ZTRIGGER"],
  parse(run) {
    const known = createLookup<Shortcut>("ZSHORTCUT", MAX_SHORTCUTS, run.problem);
    return {
      take(item, emit) {
        if (item.table === "ZSHORTCUT") takeShortcuts(item, known, emit);
        else if (item.table === "ZSHORTCUTACTIONS") takeActions(item, known, run, emit);
        else takeTriggers(item, known, run, emit);
      },
    };
  },
};
