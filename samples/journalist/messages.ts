/**
 * sms.db: eight months of ordinary talk, two links that nobody opened, a message without handle, pictures, two messages that
 * she deleted, and the last morning only in the write-ahead log.
 * @module
 */
import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { createRandom } from "../lib/random.ts";
import { type Database, fill, makeDatabase } from "../lib/sqlite.ts";
import { attributedBody } from "../lib/typedstream.ts";
import { BEGIN, LINKS, local, macNs, phone, SEED, TAKEN } from "./story.ts";
import { PEOPLE } from "./words.ts";

interface Message {
  readonly at: number;
  /** Number or address; "" for none. */
  readonly with: string;
  readonly text: string;
  readonly mine: boolean;
  /** Where the words stand. */
  readonly in: "text" | "both" | "attributedBody";
  readonly unread?: true;
}

/** All between BEGIN and the morning of the backup. */
const ORDINARY = 146;
const DAYS = 243;
/** Which of them she deleted: what she sent to the wrong person, and a doubled one. */
const DELETED: ReadonlySet<number> = new Set([57, 111]);
/** Every tenth carries a picture. */
const carries = (i: number): boolean => i % 10 === 3;

function ordinary(): Message[] {
  const r = createRandom(SEED);
  const said = new Map<string, number>();
  // Each person's lines in turn, so that nobody repeats themselves soon.
  const line = (of: readonly string[], who: string): string => {
    const n = said.get(who) ?? r.below(of.length);
    said.set(who, n + 1);
    return of[n % of.length]!;
  };
  const out: Message[] = [];
  for (let i = 0; i < ORDINARY; i++) {
    const who = r.pick(PEOPLE);
    const mine = r.below(5) < 2;
    const at = BEGIN + Math.floor((i * DAYS) / ORDINARY) * 86_400 + r.below(13) * 3600 + r.below(60) * 60 + (i % 60);
    const form = i > 40 && i % 5 === 0 ? "attributedBody" : i % 4 === 1 ? "both" : "text";
    out.push({ at, with: who.id, text: line(mine ? who.hers : who.theirs, who.id + mine), mine, in: form });
  }
  return out;
}

const SPECIAL: readonly Message[] = [
  {
    at: LINKS.text.at,
    with: phone(77),
    text: `Su paquete está detenido por falta de pago. Confirme su domicilio: ${LINKS.text.url}`,
    mine: false,
    in: "text",
    unread: true,
  },
  {
    at: LINKS.body.at,
    with: phone(88),
    text: `Lucía, ya subieron el video donde sales: ${LINKS.body.url}`,
    mine: false,
    in: "attributedBody",
    unread: true,
  },
  {
    at: local("2024-05-15T09:02"),
    with: phone(2),
    text: `Si te llega algo del paquete, repórtalo aquí: ${LINKS.near.url}`,
    mine: false,
    in: "text",
  },
  {
    at: local("2024-08-22T18:30"),
    with: "vale@correo.example",
    text: `Hoy me entrevistan, escúchame: ${LINKS.revoked.url}`,
    mine: false,
    in: "both",
  },
  {
    at: local("2024-04-02T07:00"),
    with: "",
    text: "Aviso: este fin de semana habrá mantenimiento en la red de tu zona.",
    mine: false,
    in: "text",
  },
];

/** The morning of the backup: still in the log when the phone was copied. */
const LAST: readonly Message[] = [
  {
    at: local("2024-10-02T07:05"),
    with: phone(1),
    text: "Buenos días, hija. Que te vaya bonito hoy.",
    mine: false,
    in: "text",
  },
  {
    at: local("2024-10-02T07:11"),
    with: phone(1),
    text: "Buenos días, mamá. Hoy respaldo el teléfono y luego te marco.",
    mine: true,
    in: "both",
  },
  {
    at: local("2024-10-02T07:48"),
    with: phone(2),
    text: "Junta a las 9. Trae el cuaderno azul.",
    mine: false,
    in: "attributedBody",
  },
  { at: local("2024-10-02T07:50"), with: phone(2), text: "Ahí nos vemos.", mine: true, in: "text" },
  {
    at: local("2024-10-02T08:02"),
    with: phone(4),
    text: "Hoy descansamos. Los niños dibujaron el río: https://albergue.example/dibujos",
    mine: false,
    in: "text",
  },
];

const SCHEMA = `
  CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL, uncanonicalized_id TEXT, UNIQUE (id, service));
  CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, handle_id INTEGER DEFAULT 0, subject TEXT, attributedBody BLOB, service TEXT, account TEXT, date INTEGER, date_read INTEGER, date_delivered INTEGER, is_from_me INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0);
  CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, chat_identifier TEXT, service_name TEXT, display_name TEXT);
  CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, message_date INTEGER DEFAULT 0, PRIMARY KEY (chat_id, message_id));
  CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER DEFAULT 0, filename TEXT, uti TEXT, mime_type TEXT, transfer_state INTEGER DEFAULT 0, is_outgoing INTEGER DEFAULT 0, transfer_name TEXT, total_bytes INTEGER DEFAULT 0, is_sticker INTEGER DEFAULT 0, hide_attachment INTEGER DEFAULT 0);
  CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE (message_id, attachment_id));
  CREATE INDEX message_idx_date ON message(date);`;

const serviceOf = (id: string): string => PEOPLE.find((p) => p.id === id)?.service ?? "SMS";

function guidOf(row: number): string {
  const h = hash("sha1", `sms ${row}`).toUpperCase();
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

function insert(db: DatabaseSync, messages: readonly Message[], handles: readonly string[], first: number): void {
  const message = db.prepare(
    "INSERT INTO message (ROWID, guid, text, handle_id, attributedBody, service, account, date, date_read, date_delivered, is_from_me, is_read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const join = db.prepare("INSERT INTO chat_message_join VALUES (?, ?, ?)");
  for (const [i, m] of messages.entries()) {
    const guid = guidOf(first + i);
    const handle = handles.indexOf(m.with) + 1;
    const read = m.unread || m.mine ? 0n : macNs(m.at + 90);
    const text = m.in === "attributedBody" ? null : m.text;
    const body = m.in === "text" ? null : attributedBody(m.text);
    const unread = m.unread ? 0 : 1;
    message.run(
      first + i,
      guid,
      text,
      handle,
      body,
      serviceOf(m.with),
      "lucia@correo.example",
      macNs(m.at),
      read,
      macNs(m.at + 2),
      m.mine ? 1 : 0,
      unread,
    );
    if (handle > 0) join.run(handle, first + i, macNs(m.at));
  }
}

/** A picture that came or went by message. */
export interface Attached {
  readonly path: string;
  readonly size: number;
  /** Unix seconds. */
  readonly at: number;
}

export interface Messages extends Database {
  readonly attachments: readonly Attached[];
  /** Identifiers of messages that are no more. */
  readonly deleted: readonly string[];
  /** Rows of `message`, with those of the log. */
  readonly rows: number;
  /** ROWIDs that stand only in the log. */
  readonly onlyInWal: readonly number[];
  /** ROWIDs by what is special about them. */
  readonly textLink: number;
  readonly bodyLink: number;
  readonly noHandle: number;
}

/** Pictures in folders of two levels, as Messages keeps them, and the messages that carry them. */
function attach(db: DatabaseSync, carriers: readonly Message[], rowOf: (m: Message) => number): Attached[] {
  const r = createRandom(SEED + 8);
  const out = carriers.map((m, i): Attached => {
    const [a, b] = [r.below(256).toString(16).padStart(2, "0"), r.below(16).toString(16).padStart(2, "0")];
    const path = `Library/SMS/Attachments/${a}/${b}/MUESTRA-${i}/IMG_${2000 + i}.HEIC`;
    return { path, size: 600_000 + r.below(60_000), at: m.at };
  });
  fill(
    db,
    "attachment",
    out.map((f, i) => [
      ...[i + 1, `MUESTRA-${i}`, macNs(f.at), `~/${f.path}`, "public.heic", "image/heic", 5],
      ...[carriers[i]!.mine ? 1 : 0, f.path.slice(f.path.lastIndexOf("/") + 1), f.size, 0, 0],
    ]),
  );
  fill(
    db,
    "message_attachment_join",
    carriers.map((m, i) => [rowOf(m), i + 1]),
  );
  return out;
}

export function makeMessages(): Messages {
  const talk = ordinary().filter((m) => m.at < TAKEN.getTime() / 1000 - 86_400);
  const before = [...talk, ...SPECIAL].sort((a, b) => a.at - b.at);
  const rowOf = (m: Message): number => before.indexOf(m) + 1;
  const deleted = talk.filter((_, i) => DELETED.has(i)).map(rowOf);
  let attachments: readonly Attached[] = [];
  const handles = [...new Set([...PEOPLE.map((p) => p.id), phone(77), phone(88)])];
  const made = makeDatabase(
    (db) => {
      db.exec(SCHEMA);
      const handle = db.prepare("INSERT INTO handle (id, country, service) VALUES (?, 'mx', ?)");
      const chat = db.prepare("INSERT INTO chat (guid, style, chat_identifier, service_name) VALUES (?, 45, ?, ?)");
      for (const id of handles) {
        handle.run(id, serviceOf(id));
        chat.run(`${serviceOf(id)};-;${id}`, id, serviceOf(id));
      }
      insert(db, before, handles, 1);
      attachments = attach(
        db,
        talk.filter((_, i) => carries(i)),
        rowOf,
      );
      for (const row of deleted)
        db.exec(`DELETE FROM chat_message_join WHERE message_id = ${row}; DELETE FROM message WHERE ROWID = ${row}`);
    },
    { pageSize: 1024, onlyInWal: (db) => insert(db, LAST, handles, before.length + 1) },
  );
  return {
    ...made,
    attachments,
    deleted: deleted.map(guidOf),
    rows: before.length - deleted.length + LAST.length,
    onlyInWal: LAST.map((_, i) => before.length + 1 + i),
    textLink: rowOf(SPECIAL[0]!),
    bodyLink: rowOf(SPECIAL[1]!),
    noHandle: rowOf(SPECIAL[4]!),
  };
}
