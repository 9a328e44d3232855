/** WhatsApp: two friends and the group of the newsroom; its contacts, calls and hidden numbers. One message was deleted. @module */
import { hash } from "node:crypto";
import { createRandom } from "../lib/random.ts";
import { fill, makeDatabase } from "../lib/sqlite.ts";
import type { Made } from "./social.ts";
import { BEGIN, mac, phone, SEED } from "./story.ts";
import { PEOPLE } from "./words.ts";

const SMALL = { pageSize: 1024 } as const;

/** WhatsApp writes Mexican numbers with a 1 behind the country, and without the +. */
const jid = (n: number): string => `521${phone(n).slice(3)}@s.whatsapp.net`;
const OWN = jid(50);
const LID = (n: number): string => `2010000000${n}`;
const GROUP = "120363020000000150@g.us";

/** Number and name. */
const FRIENDS: readonly (readonly [number, string])[] = [
  [3, "Beto"],
  [8, "Vale"],
];
const NEWSROOM: readonly (readonly [number, string])[] = [
  [2, "Ximena"],
  [3, "Beto"],
  [9, "Memo"],
  [10, "Sol"],
];

const SAID: readonly string[] = [
  "Ya está la galera, ¿quién la lee?",
  "Yo. Dame una hora.",
  "Hay café recién hecho.",
  "Subí los audios a la carpeta.",
  "El mapa quedó precioso: https://mapa.example/agua",
  "Faltan los pies de foto.",
  "¿Alguien tiene el contacto del archivo?",
  "Mañana cerramos a las 6, sin prórroga.",
  "Gracias, equipo.",
];

const CHAT_SCHEMA = `
  CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZARCHIVED INTEGER, ZHIDDEN INTEGER, ZREMOVED INTEGER, ZMESSAGECOUNTER INTEGER, ZSESSIONTYPE INTEGER, ZGROUPINFO INTEGER, ZLASTMESSAGEDATE TIMESTAMP, ZCONTACTJID VARCHAR, ZPARTNERNAME VARCHAR);
  CREATE TABLE ZWAGROUPINFO (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZCHATSESSION INTEGER, ZCREATIONDATE TIMESTAMP, ZCREATORJID VARCHAR, ZOWNERJID VARCHAR);
  CREATE TABLE ZWAGROUPMEMBER (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZISACTIVE INTEGER, ZISADMIN INTEGER, ZCHATSESSION INTEGER, ZCONTACTNAME VARCHAR, ZMEMBERJID VARCHAR);
  CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFILESIZE INTEGER, ZMESSAGE INTEGER, ZAUTHORNAME VARCHAR, ZMEDIALOCALPATH VARCHAR, ZMEDIAURL VARCHAR, ZTITLE VARCHAR, ZVCARDSTRING VARCHAR, ZMETADATA BLOB);
  CREATE TABLE ZWAMESSAGEDATAITEM (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZMESSAGE INTEGER, ZCONTENT1 VARCHAR, ZCONTENT2 VARCHAR, ZMATCHEDTEXT VARCHAR, ZSUMMARY VARCHAR, ZTITLE VARCHAR);
  CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZGROUPEVENTTYPE INTEGER, ZISFROMME INTEGER, ZMESSAGESTATUS INTEGER, ZMESSAGETYPE INTEGER, ZCHATSESSION INTEGER, ZGROUPMEMBER INTEGER, ZMESSAGEDATE TIMESTAMP, ZSENTDATE TIMESTAMP, ZFROMJID VARCHAR, ZTOJID VARCHAR, ZSTANZAID VARCHAR, ZTEXT VARCHAR);
  CREATE TABLE ZWABLACKLISTITEM (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZJID VARCHAR);
  CREATE TABLE ZWAPROFILEPICTUREITEM (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZREQUESTDATE TIMESTAMP, ZJID VARCHAR, ZPATH VARCHAR);`;

const MESSAGES = 68;
/** “Me equivoqué de chat”: she deleted it. */
const DELETED = 40;

/** What one chat says, in turn. */
function linesOf(chat: number, mine: boolean): readonly string[] {
  const friend = chat < 3 ? PEOPLE.find((p) => p.id === (chat === 1 ? phone(3) : "vale@correo.example")) : undefined;
  return friend ? (mine ? friend.hers : friend.theirs) : SAID;
}

export function makeChats(): Made {
  const r = createRandom(SEED + 20);
  const chats = [...FRIENDS.map(([n, name]) => [jid(n), name] as const), [GROUP, "La Libreta: cierre"] as const];
  const said = [0, 0, 0];
  const messages = Array.from({ length: MESSAGES }, (_, i) => {
    const chat = 1 + r.below(3);
    const mine = r.below(5) < 2;
    const at = mac(BEGIN + Math.floor((i * 243) / MESSAGES) * 86_400 + r.below(13) * 3600 + r.below(3600));
    const lines = linesOf(chat, mine);
    const n = said[chat - 1]!++;
    const member = chat === 3 && !mine ? 1 + r.below(NEWSROOM.length) : null;
    const id = `3A${hash("sha1", `whatsapp ${i}`).slice(0, 18).toUpperCase()}`;
    const wrong = i + 1 === DELETED;
    const text = wrong ? "Perdón, me equivoqué de chat." : lines[n % lines.length]!;
    return { pk: i + 1, chat, mine: mine || wrong, at, member: wrong ? null : member, id, text };
  });
  const last = (chat: number): number => messages.filter((m) => m.chat === chat).at(-1)!.at;
  // A picture in every eleventh message, and the preview of each link.
  const media = messages.filter((m) => m.pk % 11 === 0 && m.pk !== DELETED);
  const previews = messages.filter((m) => m.text.includes("https://"));
  const { db } = makeDatabase((d) => {
    d.exec(CHAT_SCHEMA);
    fill(
      d,
      "ZWACHATSESSION",
      chats.map(([who, name], i) => [
        ...[i + 1, 4, 1, 0, 0, 0, messages.filter((m) => m.chat === i + 1).length],
        ...[i === 2 ? 1 : 0, i === 2 ? 1 : null, last(i + 1), who, name],
      ]),
    );
    fill(d, "ZWAGROUPINFO", [[1, 5, 1, 3, mac(BEGIN) - 20_000_000, jid(2), jid(2)]]);
    fill(
      d,
      "ZWAGROUPMEMBER",
      NEWSROOM.map(([n, name], i) => [i + 1, 6, 1, 1, i === 0 ? 1 : 0, 3, name, jid(n)]),
    );
    fill(
      d,
      "ZWAMEDIAITEM",
      media.map((m, i) => [
        ...[i + 1, 8, 1, 90_000 + r.below(60_000), m.pk, null],
        ...[`Media/${chats[m.chat - 1]![0]}/${m.pk}.jpg`, null, null, null, null],
      ]),
    );
    fill(
      d,
      "ZWAMESSAGEDATAITEM",
      previews.map((m, i) => {
        const url = /https:\S+/.exec(m.text)![0];
        return [i + 1, 10, 1, m.pk, url, null, url, null, null];
      }),
    );
    fill(
      d,
      "ZWAMESSAGE",
      messages.map((m) => [
        ...[m.pk, 9, 1, 0, m.mine ? 1 : 0, m.mine ? 8 : 6, media.includes(m) ? 1 : 0, m.chat, m.member, m.at],
        ...[m.mine ? m.at : m.at + 1, m.mine ? null : chats[m.chat - 1]![0], m.mine ? chats[m.chat - 1]![0] : OWN],
        ...[m.id, m.text],
      ]),
    );
    d.exec(`DELETE FROM ZWAMESSAGE WHERE Z_PK = ${DELETED}`);
  }, SMALL);
  return { db, records: chats.length + NEWSROOM.length + MESSAGES, deleted: [messages[DELETED - 1]!.id] };
}

export function makeWhatsAppContacts(): Made {
  const all = [...NEWSROOM, FRIENDS[1]!];
  const { db } = makeDatabase((d) => {
    d.exec(
      "CREATE TABLE ZWAADDRESSBOOKCONTACT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZPHONESTATUS INTEGER, ZABOUTTIMESTAMP TIMESTAMP, ZLASTUPDATED TIMESTAMP, ZABOUTTEXT VARCHAR, ZFULLNAME VARCHAR, ZLID VARCHAR, ZPHONENUMBER VARCHAR, ZWHATSAPPID VARCHAR)",
    );
    fill(
      d,
      "ZWAADDRESSBOOKCONTACT",
      all.map(([n, name], i) => [
        ...[i + 1, 1, 1, 1, mac(BEGIN) - 5_000_000 - i * 86_400, mac(BEGIN) + (30 + i) * 86_400],
        ...["Disponible", name, `${LID(n)}@lid`, phone(n), jid(n)],
      ]),
    );
  }, SMALL);
  return { db, records: all.length };
}

const CALLS = 9;

export function makeWhatsAppCalls(): Made {
  const r = createRandom(SEED + 21);
  const calls = Array.from({ length: CALLS }, (_, i) => ({
    pk: i + 1,
    who: jid(r.pick(FRIENDS)[0]),
    incoming: r.below(2),
    missed: i === 5 ? 1 : 0,
    at: mac(BEGIN + (9 + i * 26) * 86_400 + r.below(11) * 3600 + r.below(3600)) + 0.5,
  }));
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ZWAAGGREGATECALLEVENT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZINCOMING INTEGER, ZMISSED INTEGER, ZMISSEDREASON INTEGER, ZVIDEO INTEGER, ZFIRSTDATE TIMESTAMP);
      CREATE TABLE ZWACDCALLEVENT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZBYTESRECEIVED INTEGER, ZBYTESSENT INTEGER, ZOUTCOME INTEGER, Z1CALLEVENTS INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZCALLIDSTRING VARCHAR, ZGROUPCALLCREATORUSERJIDSTRING VARCHAR, ZGROUPJIDSTRING VARCHAR);
      CREATE TABLE ZWACDCALLEVENTPARTICIPANT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZOUTCOME INTEGER, Z1PARTICIPANTS INTEGER, ZJIDSTRING VARCHAR);`);
    fill(
      d,
      "ZWAAGGREGATECALLEVENT",
      calls.map((c) => [c.pk, 1, 1, c.missed ? 1 : c.incoming, c.missed, 0, c.pk % 3 === 0 ? 1 : 0, c.at]),
    );
    fill(
      d,
      "ZWACDCALLEVENT",
      calls.map((c) => [
        ...[c.pk, 2, 1, c.missed ? 0 : 900_000, c.missed ? 0 : 800_000, c.missed, c.pk, c.at],
        ...[c.missed ? 0 : 60 + r.below(900), hash("sha1", `call ${c.pk}`).slice(0, 32).toUpperCase(), null, null],
      ]),
    );
    fill(
      d,
      "ZWACDCALLEVENTPARTICIPANT",
      calls.map((c) => [c.pk, 3, 1, c.missed, c.pk, c.who]),
    );
  }, SMALL);
  return { db, records: CALLS };
}

export function makeLids(): Made {
  const { db } = makeDatabase((d) => {
    d.exec(
      "CREATE TABLE ZWAPHONENUMBERLIDPAIR (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTIMESTAMP TIMESTAMP, ZLID VARCHAR, ZPHONENUMBER VARCHAR)",
    );
    fill(
      d,
      "ZWAPHONENUMBERLIDPAIR",
      NEWSROOM.map(([n], i) => [i + 1, 1, 1, mac(BEGIN) + (60 + i) * 86_400, LID(n), jid(n).split("@")[0]!]),
    );
  }, SMALL);
  return { db, records: NEWSROOM.length };
}
