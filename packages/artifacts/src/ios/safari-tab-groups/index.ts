/**
 * SafariTabs.db (iOS 15 and later): tabs in their groups, open and recently closed, private ones too. All lie in one table shaped like
 * that of bookmarks: type 1 is a folder (subtype 2 a profile), type 0 a tab.
 *
 * Times and state lie in two property lists of each tab: extra_attributes (DateLastViewed, LocalURL, com.apple.Bookmark.DateAdded; shared
 * with other devices of the account) and local_attributes (LastVisitTime, DateClosed, OpenedFromLink, SessionState; of this device). Private tabs
 * are those in a folder that a window names as its private one, or that is called so.
 * Sources: schemas published by tools that read it on macOS and iOS (WebBookmarks, createWindowsTable; iLEAPP on iOS 15 to 26). No real
 * database was at hand.
 * @module
 */
import { get, parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import type { Artifact, Emit, ParseRun, SqliteItem } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { sessionRecords } from "../../session.ts";
import { address, number, text } from "../../text.ts";
import { seenUrl, tabTime } from "../../web.ts";
import { whenOf } from "../../when.ts";
import { Folders } from "./folders.ts";
import { fields, words } from "./words.ts";

const COLUMNS = [
  "id",
  "parent",
  "type",
  "subtype",
  "title",
  "url",
  "external_uuid",
  "deleted",
  "date_closed",
  "extra_attributes",
  "local_attributes",
] as const;
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>;

const FOLDER = 1;

/** The property list of a column; what is damaged is a problem of the row. */
function listOf(v: unknown, item: SqliteItem, row: Row, run: ParseRun): PlistValue | undefined {
  if (!(v instanceof Uint8Array) || v.length === 0) return undefined;
  let damaged = false;
  const value = parsePlist(v, () => {
    damaged = true;
  });
  if (damaged) run.problem({ code: "plist-damaged", origin: item.origin(row), lost: "row" });
  return value;
}

const yes = (v: unknown): true | undefined => (v === true || v === 1 ? true : undefined);

function takeTab(item: SqliteItem, row: Row, at: Columns, folders: Folders, run: ParseRun, emit: Emit): void {
  const v = row.values;
  const url = address(v[at.url]);
  if (url === undefined || url === "") return;
  const origin = item.origin(row);
  const [extra, local] = [
    listOf(v[at.extra_attributes], item, row, run),
    listOf(v[at.local_attributes], item, row, run),
  ];
  const added = whenOf(get(extra, "com.apple.Bookmark", "DateAdded"));
  const when = whenOf(get(local, "LastVisitTime")) ?? whenOf(get(extra, "DateLastViewed")) ?? added;
  const loaded = address(get(extra, "LocalURL"));
  const shown = loaded === url || loaded === "" ? undefined : loaded;
  const folder = folders.of(v[at.parent]);
  const tab = text(v[at.external_uuid]);
  const secret = folder?.private === true ? true : undefined;
  const observables = seenUrl(url, "visited");
  if (shown !== undefined) observables.push(...seenUrl(shown, "visited"));
  emit({
    kind: "tab",
    ...(when ? { at: when } : {}),
    fields: {
      url,
      shown,
      title: run.content ? text(v[at.title]) : undefined,
      group: run.content ? folder?.name : undefined,
      tab,
      private: secret,
      from_link: yes(get(local, "OpenedFromLink")),
      added: added === when ? undefined : added,
      closed: whenOf(get(local, "DateClosed")) ?? tabTime(number(v[at.date_closed])),
      removed: yes(v[at.deleted]),
      profile: folder?.profile,
    },
    observables,
    origin,
  });
  const session = { tab, private: secret, profile: folder?.profile, content: run.content, origin };
  sessionRecords(get(local, "SessionState"), session, run.problem, emit);
}

export const safariTabGroups: Artifact<"sqlite"> = {
  id: "ios/safari-tab-groups",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/Library/Safari/SafariTabs.db"],
    want: {
      tables: [
        { name: "windows", columns: ["private_tab_group_id"], lookup: true, optional: true },
        { name: "bookmarks", columns: COLUMNS, needs: ["url"] },
        { name: "session_state", columns: ["uuid", "data"], optional: true },
      ],
    },
  }),
  fields,
  key: { tab: ["tab", "profile"], entry: ["tab", "url", "profile"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
  ],
  words,
  sources: ["Safari SafariTabs.db: bookmarks, windows, session_state"],
  parse(run) {
    const folders = new Folders(run.problem);
    return {
      take(item, emit) {
        if (item.table === "windows") {
          const group = item.column("private_tab_group_id");
          for (const row of item.rows) folders.addPrivate(row.values[group]);
          return;
        }
        if (item.table === "session_state") {
          const [uuid, data] = [item.column("uuid"), item.column("data")];
          for (const row of item.rows) {
            const session = {
              tab: text(row.values[uuid]),
              profile: undefined,
              content: run.content,
              origin: item.origin(row),
            };
            sessionRecords(row.values[data], session, run.problem, emit);
          }
          return;
        }
        const at = Object.fromEntries(COLUMNS.map((c) => [c, item.column(c)])) as Columns;
        for (const row of item.rows) {
          const v = row.values;
          if (v[at.type] !== FOLDER) takeTab(item, row, at, folders, run, emit);
          else
            folders.add({
              id: v[at.id] ?? row.rowid,
              parent: v[at.parent],
              subtype: v[at.subtype],
              title: v[at.title],
              uuid: v[at.external_uuid],
            });
        }
      },
    };
  },
};
