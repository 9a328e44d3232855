/** Contacts, calls, whom iOS notes, and the calendar: eight ordinary months, and one call that was deleted from the list. @module */
import { createRandom } from "../lib/random.ts";
import { fill, makeDatabase } from "../lib/sqlite.ts";
import { BEGIN, local, mac, phone, SEED } from "./story.ts";
import { PEOPLE } from "./words.ts";

/** A database that holds nothing in a log. */
export interface Made {
  readonly db: Uint8Array;
  /** What a check counts, with what was deleted and is still there. */
  readonly records: number;
  /** What tells the rows that were deleted and can still be read: a number, an identifier. */
  readonly deleted?: readonly string[];
}

const SMALL = { pageSize: 1024 } as const;

interface Contact {
  readonly first: string;
  readonly last: string | null;
  readonly organization: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly link: string | null;
}

const person = (first: string, last: string | null, number: string | null, more: Partial<Contact> = {}): Contact => ({
  first,
  last,
  organization: null,
  phone: number,
  email: null,
  link: null,
  ...more,
});

const CONTACTS: readonly Contact[] = [
  person("Mamá", null, phone(1)),
  person("Ximena", "Arrieta", phone(2), { organization: "La Libreta", email: "ximena@lalibreta.example" }),
  person("Beto", "Lara", phone(3), { email: "beto@correo.example", link: "https://fotos.lalibreta.example/" }),
  person("Chuy", "el del mapa", phone(4)),
  person("Amparo", "Rueda", phone(5), { organization: "Abogada" }),
  person("Toño", null, phone(6)),
  person("Albergue", null, phone(7), { link: "https://albergue.example/" }),
  person("Vale", null, phone(8), { email: "vale@correo.example" }),
  person("Taller de bicis", null, phone(21)),
  person("Doctora Inés", null, phone(22), { organization: "Centro de salud" }),
  person("Archivo", "ventanilla", null, { email: "ventanilla@archivo.example" }),
];

export function makeContacts(): Made {
  const r = createRandom(SEED + 10);
  const labels = ["_$!<Mobile>!$_", "_$!<Home>!$_", "_$!<Work>!$_", "_$!<HomePage>!$_"];
  const values = CONTACTS.flatMap((c, i) =>
    [
      [3, 1, c.phone],
      [4, c.organization ? 3 : 2, c.email],
      [22, 4, c.link],
    ].flatMap(([property, label, value]) => (value === null ? [] : [[i + 1, property!, label!, value!] as const])),
  );
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT, Organization TEXT, Note TEXT, Kind INTEGER, CreationDate INTEGER, ModificationDate INTEGER, StoreID INTEGER);
      CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT, guid TEXT);
      CREATE TABLE ABMultiValueLabel (value TEXT, UNIQUE(value))`);
    fill(
      d,
      "ABPerson",
      CONTACTS.map((c, i) => {
        // Most came with the new phone, the last three later.
        const made = mac(BEGIN) + 600 + i * 7 + Math.max(i - 7, 0) * 4_000_000;
        return [i + 1, c.first, c.last, null, c.organization, null, 0, made, made + r.below(50_000), 0];
      }),
    );
    fill(
      d,
      "ABMultiValue",
      values.map(([of, property, label, value], i) => [i + 1, of, property, 0, label, value, null]),
    );
    fill(
      d,
      "ABMultiValueLabel",
      labels.map((l) => [l]),
    );
  }, SMALL);
  return { db, records: CONTACTS.length + values.length };
}

const CALLS = 41;
/** A wrong number in June: she deleted it from the list, as one does. */
const DELETED_CALL = 23;
const WRONG = phone(31);

export function makeCalls(): Made {
  const r = createRandom(SEED + 11);
  const numbers = [1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 22];
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZANSWERED INTEGER, ZCALL_CATEGORY INTEGER, ZCALLTYPE INTEGER, ZDISCONNECTED_CAUSE INTEGER, ZORIGINATED INTEGER, ZREAD INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS VARCHAR, ZISO_COUNTRY_CODE VARCHAR, ZLOCATION VARCHAR, ZNAME VARCHAR, ZSERVICE_PROVIDER VARCHAR, ZUNIQUE_ID VARCHAR);
      CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTYPE INTEGER, ZNORMALIZEDVALUE VARCHAR, ZVALUE VARCHAR);
      CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (Z_2REMOTEPARTICIPANTCALLS INTEGER, Z_4REMOTEPARTICIPANTHANDLES INTEGER, PRIMARY KEY (Z_2REMOTEPARTICIPANTCALLS, Z_4REMOTEPARTICIPANTHANDLES))`);
    const handles = [...new Set([...numbers.map(phone), "vale@correo.example", WRONG])];
    const joins: [number, number][] = [];
    const calls = Array.from({ length: CALLS }, (_, i) => {
      const pk = i + 1;
      const video = i % 9 === 4;
      const who = pk === DELETED_CALL ? WRONG : video ? "vale@correo.example" : phone(r.pick(numbers));
      const mine = r.below(2);
      const spoken = r.below(6) > 0;
      joins.push([pk, handles.indexOf(who) + 1]);
      const at = mac(BEGIN + Math.floor((i * 243) / CALLS) * 86_400 + r.below(12) * 3600 + r.below(3600)) + 0.25;
      const long = spoken ? 20 + r.below(1500) + 0.5 : 0;
      const [kind, service] = video ? [8, "com.apple.FaceTime"] : [1, "com.apple.Telephony"];
      const answered = spoken && mine === 0 ? 1 : 0;
      return [pk, 2, 1, answered, video ? 2 : 1, kind, 6, mine, 1, at, long, who, "mx", null, null, service, `L-${pk}`];
    });
    fill(d, "ZCALLRECORD", calls);
    fill(
      d,
      "ZHANDLE",
      handles.map((h, i) => [i + 1, 4, 1, h.includes("@") ? 3 : 2, h, h]),
    );
    fill(d, "Z_2REMOTEPARTICIPANTHANDLES", joins);
    d.exec(`DELETE FROM ZCALLRECORD WHERE Z_PK = ${DELETED_CALL}`);
  }, SMALL);
  return { db, records: CALLS, deleted: [WRONG] };
}

const INTERACTIONS = 64;

export function makeInteractions(): Made {
  const r = createRandom(SEED + 12);
  // The two who sent links are here too: what iOS notes of a message outlives it.
  const ids = [...PEOPLE.map((p) => p.id), phone(77), phone(88)];
  const from = BEGIN + 150 * 86_400;
  const rows = Array.from({ length: INTERACTIONS }, (_, i) => {
    const who = r.below(PEOPLE.length) + 1;
    const out = r.below(3) === 0 ? 1 : 0;
    const at = mac(from + Math.floor((i * 93) / INTERACTIONS) * 86_400 + r.below(12) * 3600 + r.below(3600)) + 0.125;
    const app = i % 4 === 3 ? "net.whatsapp.WhatsApp" : "com.apple.MobileSMS";
    return { pk: i + 1, who, out, at, app };
  });
  const of = (id: number, out: number): readonly number[] =>
    rows.filter((x) => x.who === id && x.out === out).map((x) => x.at);
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ZINTERACTIONS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZDIRECTION INTEGER, ZISRESPONSE INTEGER, ZMECHANISM INTEGER, ZRECIPIENTCOUNT INTEGER, ZSENDER INTEGER, ZCREATIONDATE TIMESTAMP, ZENDDATE TIMESTAMP, ZSTARTDATE TIMESTAMP, ZACCOUNT VARCHAR, ZBUNDLEID VARCHAR, ZCONTENTURL VARCHAR, ZDERIVEDINTENTIDENTIFIER VARCHAR, ZDOMAINIDENTIFIER VARCHAR, ZGROUPNAME VARCHAR, ZTARGETBUNDLEID VARCHAR, ZUUID VARCHAR);
      CREATE TABLE ZCONTACTS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZINCOMINGRECIPIENTCOUNT INTEGER, ZINCOMINGSENDERCOUNT INTEGER, ZOUTGOINGRECIPIENTCOUNT INTEGER, ZCREATIONDATE TIMESTAMP, ZFIRSTINCOMINGSENDERDATE TIMESTAMP, ZLASTINCOMINGSENDERDATE TIMESTAMP, ZFIRSTOUTGOINGRECIPIENTDATE TIMESTAMP, ZLASTOUTGOINGRECIPIENTDATE TIMESTAMP, ZDISPLAYNAME VARCHAR, ZIDENTIFIER VARCHAR, ZPERSONID VARCHAR, ZCUSTOMIDENTIFIER VARCHAR);
      CREATE TABLE Z_2INTERACTIONRECIPIENT (Z_2RECIPIENTS INTEGER, Z_3INTERACTIONRECIPIENT INTEGER, PRIMARY KEY (Z_2RECIPIENTS, Z_3INTERACTIONRECIPIENT))`);
    fill(
      d,
      "ZINTERACTIONS",
      rows.map((x) => [
        ...[x.pk, 3, 1, x.out, 0, 0, x.out, x.out ? null : x.who, x.at + 1, x.at, x.at, null],
        ...[x.app, null, null, `any;-;${ids[x.who - 1]}`, null, null, `MUESTRA-${x.pk}`],
      ]),
    );
    fill(
      d,
      "ZCONTACTS",
      ids.map((id, i) => {
        const sent =
          i === 8 ? [mac(local("2024-05-14T20:41"))] : i === 9 ? [mac(local("2024-07-09T13:05"))] : of(i + 1, 0);
        const written = of(i + 1, 1);
        return [
          ...[i + 1, 2, 1, 0, sent.length, written.length, sent[0] ?? written[0] ?? mac(from)],
          ...[sent[0] ?? null, sent.at(-1) ?? null, written[0] ?? null, written.at(-1) ?? null, null, id, null, null],
        ];
      }),
    );
    fill(
      d,
      "Z_2INTERACTIONRECIPIENT",
      rows.filter((x) => x.out).map((x) => [x.who, x.pk]),
    );
  }, SMALL);
  return { db, records: ids.length + rows.length };
}

/** Start, summary, description, organizer: 1 the newsroom's, 0 nobody. All have an alarm but the last. */
const EVENTS: readonly (readonly [string, string, string | null, number])[] = [
  ["2024-02-12T10:00", "Junta de portada", null, 1],
  ["2024-03-14T09:00", "Audiencia", "Llevar copias", 0],
  ["2024-04-20T19:00", "Cumpleaños de Vale", null, 0],
  ["2024-05-03T16:30", "Entrevista en el albergue", "Con Beto", 0],
  ["2024-06-10T11:00", "Taller de archivo", "https://archivo.example/solicitudes", 1],
  ["2024-07-22T08:00", "Salida a la costa", "Termo, colores, suero", 0],
  ["2024-08-09T17:00", "Dentista", null, 0],
  ["2024-09-05T12:00", "Cierre del especial", null, 1],
  ["2024-10-02T09:00", "Junta", "Cuaderno azul", 1],
  ["2024-11-02T18:00", "Ofrenda en casa de mamá", null, 0],
];

export function makeCalendar(): Made {
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, summary TEXT, location_id INTEGER, description TEXT, start_date REAL, start_tz TEXT, end_date REAL, end_tz TEXT, all_day INTEGER, calendar_id INTEGER, organizer_id INTEGER, url TEXT, last_modified REAL, creation_date REAL, UUID TEXT, unique_identifier TEXT, hidden INTEGER, has_recurrences INTEGER, has_attendees INTEGER, invitation_status INTEGER, conference_url TEXT);
      CREATE TABLE Participant (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, entity_type INTEGER, type INTEGER, status INTEGER, pending_status INTEGER, role INTEGER, identity_id INTEGER, owner_id INTEGER, UUID TEXT, email TEXT, phone_number TEXT, is_self INTEGER, comment TEXT, last_modified REAL);
      CREATE TABLE Identity (display_name TEXT, address TEXT, first_name TEXT, last_name TEXT);
      CREATE TABLE Alarm (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, trigger_date REAL, trigger_interval INTEGER, calendaritem_owner_id INTEGER);
      CREATE TABLE Store (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, type INTEGER);
      CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, store_id INTEGER, title TEXT);
      CREATE TABLE Location (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, address TEXT, latitude INTEGER, longitude INTEGER)`);
    fill(d, "Store", [
      [1, "Default", 0],
      [2, "lucia@correo.example", 1],
    ]);
    fill(d, "Calendar", [
      [1, 1, "Casa"],
      [2, 2, "La Libreta"],
    ]);
    fill(d, "Location", [[1, "Albergue", null, null, null]]);
    const invited = EVENTS.flatMap(([, , , organizer], i) => (organizer ? [i + 1] : []));
    fill(
      d,
      "CalendarItem",
      EVENTS.map(([start, summary, description, organizer], i) => {
        const at = mac(local(start));
        const noted = at - 86_400 * (6 + 5 * i);
        const id = `MUESTRA-0000-0000-0000-${String(i + 1).padStart(12, "0")}`;
        return [
          ...[i + 1, summary, i === 3 ? 1 : 0, description, at, "America/Mexico_City", at + 3600],
          ...["America/Mexico_City", 0, organizer + 1, organizer ? invited.indexOf(i + 1) + 1 : 0, null, noted, noted],
          ...[id, id, 0, 0, organizer, 0, null],
        ];
      }),
    );
    fill(
      d,
      "Participant",
      invited.map((of, i) => [
        ...[i + 1, 8, 0, 1, 0, 0, 1, of, `MUESTRA-P${of}`, "ximena@lalibreta.example", null, 0, null],
        mac(BEGIN),
      ]),
    );
    fill(d, "Identity", [["Ximena Arrieta", "mailto:ximena@lalibreta.example", "Ximena", "Arrieta"]]);
    fill(
      d,
      "Alarm",
      EVENTS.slice(0, -1).map((_, i) => [i + 1, null, -1800, i + 1]),
    );
  }, SMALL);
  return { db, records: EVENTS.length };
}
