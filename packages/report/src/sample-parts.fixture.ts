/** Parts of made-up results for tests: text of an attacker, places, one finding of every level. @module */
import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import {
  type Coverage,
  type Finding,
  type FindingText,
  type Lang,
  type Moment,
  type Precision,
  parseIso,
  type ReadState,
  type RecordRef,
} from "@contraluz/core";

/** What evidence may contain. Each must come out harmless. */
export const HOSTILE = {
  script: '<script>alert("1")</script><img src=x onerror=alert(1)>',
  bidi: "factura\u202efdp.exe\u2066\u200b",
  formula: "=cmd|' /C calc'!A0",
  escape: "\x1b]0;title\x07\x1b[2J\x1b[31mred\u009b31m\x00\r\nnext",
  long: "A".repeat(10_000),
  marks: `Z${"\u0310".repeat(40)}`,
  style: "</style></title><style>*{display:none}",
  attribute: '" onmouseover="alert(1)" href="https://evil.example/',
} as const;

export function moment(text: string, precision: Precision = "s"): Moment {
  return { utc: parseIso(text)!, seen: text, precision };
}

function artifact(id: `${string}/${string}`, es: string, en: string): AnyArtifact {
  return {
    id,
    version: 1,
    feed: "listing",
    where: {},
    fields: {},
    observes: [],
    words: {
      name: { es, en },
      shows: { es: "Qué quedó anotado ahí.", en: "What was noted there." },
      hides: { es: "Lo que se borró antes.", en: "What was deleted before." },
    },
    sources: [],
    parse: () => ({ take: () => undefined }),
  };
}

const LIST: readonly AnyArtifact[] = [
  artifact("ios/manifest", "Lista de archivos", "List of files"),
  artifact("ios/backup-info", "Datos del respaldo", "Facts of the backup"),
  artifact("ios/data-usage", "Programas y red", "Programs and network"),
  artifact("ios/sms", "Mensajes (enlaces)", "Messages (links)"),
  artifact("ios/safari-history", "Safari", "Safari"),
  artifact("ios/id-status-cache", "Cuentas consultadas", "Accounts looked up"),
  artifact("ios/configuration-profiles", "Perfiles", "Profiles"),
  artifact("ios/tcc", "Permisos", "Permissions"),
  artifact("ios/calls", "Llamadas", "Calls"),
  artifact("ios/whatsapp", "WhatsApp", "WhatsApp"),
];
export const ARTIFACTS: ReadonlyMap<string, AnyArtifact> = new Map(LIST.map((a) => [a.id, a]));

export const sha = (n: number): string => (n * 0x9e3779b1).toString(16).padStart(8, "0").slice(0, 8).repeat(8);

export function coverage(artifact: string, state: ReadState, records = 0, from?: string, to?: string): Coverage {
  return {
    artifact,
    state,
    records,
    undated: records > 100 ? 3 : 0,
    deleted: records > 1000 ? 12 : 0,
    ...(from === undefined ? {} : { from: moment(from) }),
    ...(to === undefined ? {} : { to: moment(to) }),
    problems: state === "unreadable" ? 4 : 0,
    ...(state === "unreadable" ? { reason: "sqlite-page" } : {}),
  };
}

export function text(title: string, why: string, otherwise: string, next: string): FindingText {
  return { title, why, otherwise, next };
}

export function ref(
  artifact: string,
  ordinal: number,
  file: number,
  at: RecordRef["origin"]["at"],
  when?: string,
): RecordRef {
  return { artifact, ordinal, origin: { file, at }, ...(when === undefined ? {} : { at: moment(when) }) };
}

export const CAMPAIGN: string = "Pegasus";
export const SET: string = "Amnesty International Security Lab";

export const match: Finding = {
  id: "3f0c2a9b7d51e604",
  level: "match",
  rule: null,
  indicator: {
    id: "indicator--1",
    type: "process",
    value: "roleaboutd",
    campaign: CAMPAIGN,
    set: 0,
    grade: "spyware",
    role: "implant",
  },
  subject: "roleaboutd",
  count: 1,
  records: [ref("ios/data-usage", 213, 1, { table: "ZPROCESS", row: 214n, page: 5, cell: 53 }, "2021-06-11T08:14:07Z")],
  params: {
    value: "roleaboutd",
    seen: "roleaboutd",
    campaign: CAMPAIGN,
    set: SET,
    contact: "ran",
    contact_es: "estuvo activo en el teléfono",
    contact_en: "was active on the phone",
  },
  text: {
    es: text(
      "Un programa con un nombre que usó Pegasus",
      "El iPhone anotó que roleaboutd usó la red. Ese nombre está en la lista de señales de Pegasus.",
      "Un teléfono anterior restaurado en este, una prueba, o un error en la lista de señales.",
      "No borres nada. Escribe hoy a una línea de ayuda, desde otro aparato.",
    ),
    en: text(
      "A program with a name that Pegasus used",
      "The iPhone noted that roleaboutd used the network. That name is in the list of signs of Pegasus.",
      "An earlier phone restored onto this one, a test, or an error in the list of signs.",
      "Delete nothing. Write to a helpline today, from another device.",
    ),
  },
};

export const match2: Finding = {
  ...match,
  id: "5b7712ee90aa4d31",
  indicator: { ...match.indicator!, id: "indicator--2", type: "file-name", value: "roleaccountd.plist" },
  subject: "roleaccountd.plist",
  window: "custody",
  records: [ref("ios/manifest", 31876, 0, { table: "Files", row: 31877 }, "2021-06-11T08:14:09Z")],
  params: { ...match.params, value: "roleaccountd.plist", seen: "Library/Preferences/roleaccountd.plist" },
};

export const hostile = (value: string, lang: Lang): string =>
  lang === "es" ? `Un mensaje traía «${value}».` : `A message carried “${value}”.`;

export const targeted: Finding = {
  id: "77aa01c2d3e4f506",
  level: "targeted",
  rule: null,
  indicator: {
    id: "indicator--3",
    type: "domain",
    value: "avisos-paqueteria.example",
    campaign: CAMPAIGN,
    set: 0,
    grade: "spyware",
    role: "server",
  },
  subject: HOSTILE.script,
  count: 130,
  records: Array.from({ length: 30 }, (_, i) =>
    ref(
      "ios/sms",
      20418 + i,
      2,
      { table: "message", row: 20418 + i, page: 900 + i, cell: i, ...(i % 2 ? { in: "wal" as const } : {}) },
      `2021-06-09T18:40:${String(10 + i)}Z`,
    ),
  ),
  params: {
    value: HOSTILE.script,
    seen: HOSTILE.bidi,
    sender: HOSTILE.escape,
    long: HOSTILE.long,
    campaign: CAMPAIGN,
    set: SET,
  },
  text: {
    es: text(
      `Llegó un enlace: ${HOSTILE.script}`,
      `${hostile(HOSTILE.script, "es")} ${hostile(HOSTILE.long, "es")} ${hostile(HOSTILE.escape, "es")}`,
      `El enlace pudo enviarse a mucha gente. ${HOSTILE.bidi}`,
      "No lo abras y no lo borres. Tómale una foto.",
    ),
    en: text(
      `A link arrived: ${HOSTILE.script}`,
      `${hostile(HOSTILE.script, "en")} ${hostile(HOSTILE.long, "en")} ${hostile(HOSTILE.escape, "en")}`,
      `The link may have gone to many people. ${HOSTILE.bidi}`,
      "Do not open it and do not delete it. Take a picture of it.",
    ),
  },
};

export const lead: Finding = {
  id: "901cafe012345678",
  level: "lead",
  rule: "ios/orphan-usage",
  indicator: null,
  subject: HOSTILE.escape,
  count: 1,
  records: [ref("ios/id-status-cache", 4, 3, { key: HOSTILE.attribute })],
  params: { name: HOSTILE.formula },
  text: {
    es: text(
      "Una cuenta que no conoces fue consultada",
      `La cuenta ${HOSTILE.formula} no está en tus contactos.`,
      "También pasa con iMessage no deseado.",
      "Si la conoces, dilo y repite la revisión.",
    ),
    en: text(
      "An account you do not know was looked up",
      `The account ${HOSTILE.formula} is not in your contacts.`,
      "This also happens with unwanted iMessages.",
      "If you know it, say so and repeat the check.",
    ),
  },
};

export const ask: Finding = {
  id: "a5cdefa012345678",
  level: "ask",
  rule: "ios/profiles",
  indicator: null,
  subject: "Escuela 12",
  count: 1,
  records: [ref("ios/configuration-profiles", 0, 4, { offset: 120, length: 512 }, "2020-01-01T00:00:00Z")],
  params: { name: "Escuela 12" },
  text: {
    es: text(
      "¿Conoces el perfil «Escuela 12»?",
      "Un perfil cambia cómo funciona el teléfono.",
      "Los ponen empresas y escuelas.",
      "Si lo conoces, dilo y deja de salir.",
    ),
    en: text(
      "Do you know the profile “Escuela 12”?",
      "A profile changes how the phone works.",
      "Employers and schools install them.",
      "If you know it, say so and it goes away.",
    ),
  },
};

export const info: Finding = {
  id: "0f0f0f0f0f0f0f0f",
  level: "info",
  rule: null,
  indicator: {
    id: "indicator--4",
    type: "domain",
    value: "vendedor.example",
    campaign: CAMPAIGN,
    set: 1,
    grade: "spyware",
    role: "vendor",
  },
  subject: "vendedor.example",
  count: 2,
  records: [
    ref("ios/safari-history", 5, 5, { line: 3, offset: 99 }, "2021-04-02T16:05:32Z"),
    ref("ios/safari-history", 6, 99, { packet: 3, offset: 99 }),
  ],
  params: { campaign: CAMPAIGN },
  text: {
    es: text(
      "Se visitó la página de una empresa que vende vigilancia",
      "Leer sobre un programa no es recibirlo.",
      "Casi siempre es curiosidad, trabajo o publicidad.",
      "Nada que hacer, si sabes quién la abrió.",
    ),
    en: text(
      "The page of a company that sells surveillance was visited",
      "Reading about a program is not receiving it.",
      "Nearly always it is curiosity, work or advertising.",
      "Nothing to do, if you know who opened it.",
    ),
  },
};
