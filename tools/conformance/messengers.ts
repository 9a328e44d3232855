/** WhatsApp's stores of iLEAPP's and MVT's samples: put into a backup, checked, and compared with Python's sqlite3. @module */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactRecord, Json, Moment } from "@contraluz/core";
import { type BackupFile, makeBackup } from "../../samples/lib/backup.ts";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { realFiles, TESTDATA } from "./shared.ts";

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), "messengers.py");
const MVT = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup");
const DOMAIN = "AppDomainGroup-group.net.whatsapp.WhatsApp.shared";
const STORES: Readonly<Record<string, string>> = {
  chat: "ChatStorage.sqlite",
  calls: "CallHistory.sqlite",
  contacts: "ContactsV2.sqlite",
  lids: "LID.sqlite",
};

/** Rows as the script gives them, in its order of columns. */
type Rows = readonly (readonly Json[])[];
type Answer = Readonly<Record<string, Rows>>;
type Paths = Readonly<Record<string, string>>;

const DEVICE = {
  name: "sample",
  type: "iPhone10,4",
  product: "iPhone 8",
  version: "15.8",
  build: "19H370",
  udid: "00008030-0000000000000002",
};

function phone(dir: string, paths: Paths): string {
  const files: BackupFile[] = [];
  for (const [kind, path] of Object.entries(paths))
    for (const end of ["", "-wal"])
      if (existsSync(path + end) && (end === "" || statSync(path + end).size > 0))
        files.push({
          domain: DOMAIN,
          path: STORES[kind]! + end,
          body: new Uint8Array(readFileSync(path + end)),
          modified: 1_700_000_000,
        });
  makeBackup(dir, files, { device: DEVICE, taken: new Date("2024-01-02T03:04:05Z"), apps: ["net.whatsapp.WhatsApp"] });
  return dir;
}

const micros = (m: Json | Moment | undefined): number | null => {
  const utc = (m as Moment | undefined)?.utc;
  return utc === undefined ? null : Number(utc / 1000n);
};
const field = (r: ArtifactRecord, name: string): Json => (r.fields[name] ?? null) as Json;
const bit = (v: Json): Json => (v === null ? null : v === true ? 1 : 0);
const row = (r: ArtifactRecord): number => Number((r.origin.at as { row: number | bigint }).row);

async function compareChat(x: Examined, theirs: Answer): Promise<string> {
  const all = await x.records("ios/whatsapp");
  const of = (kind: string) => all.filter((r) => r.kind === kind);
  same(
    "messages",
    of("message").map((r) => [
      row(r),
      field(r, "from_me") === true ? 1 : 0,
      field(r, "who"),
      field(r, "chat"),
      micros(r.at),
      field(r, "text"),
      field(r, "type"),
      field(r, "id"),
      field(r, "status"),
      field(r, "file"),
    ]),
    theirs.messages,
  );
  same(
    "links",
    of("message")
      .filter((r) => r.fields.links !== undefined)
      .map((r) => [row(r), field(r, "links")]),
    theirs.links,
  );
  same(
    "chats",
    of("chat").map((r) => [
      field(r, "chat"),
      field(r, "who"),
      field(r, "type"),
      field(r, "messages"),
      micros(r.at),
      field(r, "name"),
      micros(r.fields.created),
    ]),
    theirs.chats,
  );
  const flags = (r: ArtifactRecord): Json[] => [bit(field(r, "admin")) ?? 0, bit(field(r, "left")) ?? 0];
  same(
    "members",
    of("member").map((r) => [field(r, "chat"), field(r, "who"), ...flags(r)]),
    theirs.members,
  );
  same(
    "devices",
    of("devices").map((r) => [field(r, "who"), field(r, "devices")]),
    theirs.devices,
  );
  const parts = ["messages", "chats", "members", "devices"].map((p) => `${theirs[p]!.length} ${p}`);
  return parts.join(", ");
}

async function compareRest(x: Examined, theirs: Answer): Promise<string[]> {
  const said: string[] = [];
  if (theirs.calls) {
    const ours = (await x.records("ios/whatsapp-calls")).map((r) => [
      micros(r.at),
      field(r, "duration"),
      field(r, "outcome"),
      bit(field(r, "incoming")),
      bit(field(r, "video")) ?? 0,
      field(r, "caller"),
      field(r, "received"),
      field(r, "sent"),
      field(r, "with"),
    ]);
    same("calls", ours, theirs.calls);
    said.push(`${ours.length} calls`);
  }
  if (theirs.contacts) {
    const ours = (await x.records("ios/whatsapp-contacts")).map((r) => [
      field(r, "who"),
      field(r, "lid"),
      field(r, "name"),
      field(r, "about"),
      micros(r.fields.about_set),
      field(r, "timer"),
      micros(r.at),
    ]);
    same("contacts", ours, theirs.contacts);
    said.push(`${ours.length} contacts`);
  }
  if (theirs.lids) {
    const ours = (await x.records("ios/whatsapp-lids")).map((r) => [field(r, "lid"), field(r, "phone"), micros(r.at)]);
    same("pairs", ours, theirs.lids);
    said.push(`${ours.length} hidden numbers`);
  }
  return said;
}

async function compare(temp: string, name: string, paths: Paths): Promise<string> {
  must(Object.keys(paths).length > 0, "no store found");
  const x = await examine(phone(join(temp, `messengers-${name}`), paths), { temp, content: true });
  same("problems", x.result.problems, []);
  same(
    "findings",
    x.result.findings.map((f) => f.subject),
    [],
  );
  const theirs = JSON.parse(runPython([SCRIPT], JSON.stringify(paths))) as Answer;
  const said = theirs.messages ? [await compareChat(x, theirs)] : [];
  said.push(...(await compareRest(x, theirs)));
  const app = (await x.records("ios/messengers")).map((r) => [r.fields.app, r.fields.store ?? null]);
  same("messengers", app, [["WhatsApp", paths.chat ? STORES.chat : null]]);
  return `${said.join(", ")}: as SQLite has them; no finding`;
}

/** iLEAPP's two zips and MVT's backup, each as one phone. */
export function messengerCases(temp: string): readonly Case[] {
  const zipped = async (zip: string, kinds: readonly string[]): Promise<Paths> => {
    const files = (await realFiles(temp)).filter((f) => f.name.startsWith(`testdata.whatsApp.${zip}`));
    const found = kinds.map((k) => [k, files.find((f) => f.path.endsWith(`/${STORES[k]}`))?.path] as const);
    return Object.fromEntries(found.filter((f): f is readonly [string, string] => f[1] !== undefined));
  };
  return [
    {
      name: "artifact ios/whatsapp on iLEAPP's ChatStorage.sqlite",
      run: async () => compare(temp, "chat", await zipped("whatsAppMessages", ["chat"])),
    },
    {
      name: "artifacts ios/whatsapp-calls and -contacts on iLEAPP's stores",
      run: async () => compare(temp, "calls", await zipped("whatsAppCallHistory", ["calls", "contacts"])),
    },
    {
      name: "artifacts ios/whatsapp* on MVT's stores",
      run: () =>
        compare(temp, "mvt", {
          chat: join(MVT, "7c/7c7fba66680ef796b916b067077cc246adacf01d"),
          contacts: join(MVT, "b8/b8548dc30aa1030df0ce18ef08b882cf7ab5212f"),
          lids: join(MVT, "e7/e794f6ffcc3c222535f47684a63d5178da3c4500"),
        }),
    },
  ];
}
