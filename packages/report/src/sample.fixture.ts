/** Made-up results for tests: every level, every state, and text of an attacker everywhere evidence can put text. */

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
  type Result,
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

const sha = (n: number): string => (n * 0x9e3779b1).toString(16).padStart(8, "0").slice(0, 8).repeat(8);

function coverage(artifact: string, state: ReadState, records = 0, from?: string, to?: string): Coverage {
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

function text(title: string, why: string, otherwise: string, next: string): FindingText {
  return { title, why, otherwise, next };
}

function ref(artifact: string, ordinal: number, file: number, at: RecordRef["origin"]["at"], when?: string): RecordRef {
  return { artifact, ordinal, origin: { file, at }, ...(when === undefined ? {} : { at: moment(when) }) };
}

const CAMPAIGN = "Pegasus";
const SET = "Amnesty International Security Lab";

const match: Finding = {
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

const match2: Finding = {
  ...match,
  id: "5b7712ee90aa4d31",
  indicator: { ...match.indicator!, id: "indicator--2", type: "file-name", value: "roleaccountd.plist" },
  subject: "roleaccountd.plist",
  window: "custody",
  records: [ref("ios/manifest", 31876, 0, { table: "Files", row: 31877 }, "2021-06-11T08:14:09Z")],
  params: { ...match.params, value: "roleaccountd.plist", seen: "Library/Preferences/roleaccountd.plist" },
};

const hostile = (value: string, lang: Lang): string =>
  lang === "es" ? `Un mensaje traía «${value}».` : `A message carried “${value}”.`;

const targeted: Finding = {
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

const lead: Finding = {
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

const ask: Finding = {
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

const info: Finding = {
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

const COVERAGE: readonly Coverage[] = [
  coverage("ios/manifest", "read", 48_913, "2021-02-01T00:00:00Z", "2021-07-24T09:00:00Z"),
  coverage("ios/backup-info", "read", 1),
  coverage("ios/data-usage", "read", 412, "2021-02-01T07:00:00Z", "2021-07-24T09:00:00Z"),
  coverage("ios/sms", "read", 20_500, "2021-02-20T00:00:00Z", "2021-07-23T00:00:00Z"),
  coverage("ios/safari-history", "unreadable"),
  coverage("ios/id-status-cache", "read", 88, "2021-04-01T00:00:00Z", "2021-07-20T00:00:00Z"),
  coverage("ios/configuration-profiles", "read", 1, "2021-05-01T00:00:00Z", "2021-05-01T00:00:00Z"),
  coverage("ios/tcc", "partly", 40, "2021-03-01T00:00:00Z", "2021-06-20T00:00:00Z"),
  coverage("ios/calls", "absent"),
  coverage("ios/whatsapp", "not-consented"),
];

/** A result with everything: match, attempts, odd things, questions, noted; gaps, damage, hostile text. */
export const MATCH: Result = {
  schema: "contraluz/result@1",
  tool: { name: "contraluz", version: "0.1.0", catalogue: sha(1) },
  asOf: "2021-07-24T09:00:00Z",
  scope: { artifacts: "all", content: false, evidenceCopies: false },
  context: { asOf: "2021-07-24T09:00:00Z", custody: [["2021-05-12", "2021-05-18"]], known: [HOSTILE.style] },
  evidence: [
    {
      id: sha(2),
      name: "Respaldo J-1",
      hashed: "read",
      bytes: 14_200_000_000,
      acquisition: { kind: "ios-backup", taken: moment("2021-07-24T09:00:00Z"), encrypted: false },
    },
  ],
  acquisition: {
    kind: "ios-backup",
    taken: moment("2021-07-24T09:00:00Z"),
    device: { product: "iPhone 11", serial: "F17XXXXXXXXX" },
    os: { name: "ios", version: "14.6", build: "18F72" },
    encrypted: false,
  },
  indicators: [
    {
      name: SET,
      source: "AmnestyTech/investigations",
      licence: "CC-BY 2.0",
      date: "2021-06-01",
      sha256: sha(3),
      count: 1549,
    },
    { name: HOSTILE.attribute, source: HOSTILE.script, licence: "MIT", date: "", sha256: sha(4), count: 40 },
  ],
  verdict: {
    evidence: "match",
    complete: false,
    gaps: [
      { about: "ios/safari-history", state: "unreadable" },
      { about: "ios/tcc", state: "partly" },
      { about: "ios/calls", state: "absent" },
      { about: "ios/whatsapp", state: "not-consented" },
      { about: "ios/triangulation-window", state: "rule-gated" },
    ],
  },
  coverage: COVERAGE,
  applicability: [
    { campaign: "NoviSpy", total: 18, couldMatch: 0 },
    { campaign: CAMPAIGN, total: 1549, couldMatch: 1549 },
    { campaign: HOSTILE.script, total: 40, couldMatch: 12 },
  ],
  findings: [info, ask, lead, targeted, match, match2],
  problems: [
    {
      code: "sqlite-page",
      path: "HomeDomain/Library/Safari/History.db",
      offset: 8192,
      found: HOSTILE.escape,
      expected: "0x0d",
      lost: "page",
      count: 94,
    },
    { code: "sqlite-page", path: HOSTILE.bidi, lost: "page" },
    { code: "artifact-value", path: HOSTILE.long, lost: "nothing" },
  ],
  files: [
    { evidence: 0, path: "Manifest.db", size: 31_457_280, sha256: sha(10) },
    {
      evidence: 0,
      path: "0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
      name: "WirelessDomain/Library/Databases/DataUsage.sqlite",
      size: 819_200,
      sha256: sha(11),
    },
    {
      evidence: 0,
      path: "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28",
      name: "HomeDomain/Library/SMS/sms.db",
      size: 90_112_000,
      sha256: sha(12),
    },
    {
      evidence: 0,
      path: "6b/6b97989189901ceaa4e5be9b7f05fb584120e27b",
      name: HOSTILE.bidi,
      size: 4096,
      sha256: sha(13),
    },
    { evidence: 0, path: HOSTILE.escape, name: HOSTILE.long, size: 4096, sha256: sha(14) },
    { evidence: 0, path: HOSTILE.script, size: 4096, sha256: sha(15) },
  ],
  records: {
    "ios/data-usage": { file: "records/ios.data-usage.jsonl", version: 1, count: 412, sha256: sha(20) },
    "ios/sms": { file: "records/ios.sms.jsonl", version: 1, count: 20_500, sha256: sha(21) },
  },
};

/** The same phone with the findings of one level and below. */
export function atMost(evidence: "targeted" | "lead" | "none-found"): Result {
  const kept = {
    targeted: ["targeted", "lead", "ask", "info"],
    lead: ["lead", "ask", "info"],
    "none-found": ["ask", "info"],
  }[evidence];
  return {
    ...MATCH,
    verdict: { ...MATCH.verdict, evidence },
    findings: MATCH.findings.filter((f) => kept.includes(f.level)),
  };
}

/** Nothing could be read: a damaged and incomplete backup. */
export const UNCHECKED: Result = {
  ...MATCH,
  verdict: {
    evidence: "unchecked",
    complete: false,
    gaps: COVERAGE.map((c) => ({ about: c.artifact, state: "unreadable" })),
  },
  coverage: COVERAGE.map(
    (c) =>
      ({
        ...c,
        state: "unreadable",
        records: 0,
        undated: 0,
        deleted: 0,
        from: undefined,
        to: undefined,
        problems: 1,
      }) as unknown as Coverage,
  ),
  findings: [],
  applicability: [],
  indicators: [],
  problems: [
    { code: "backup-manifest-missing", path: "Manifest.db", lost: "evidence" },
    { code: "backup-body-missing", path: HOSTILE.script, lost: "file", count: 3 },
  ],
  files: [],
  records: {},
};

/** Everything read, nothing found, no gap that a person could close. */
export const COMPLETE: Result = {
  ...MATCH,
  acquisition: { ...MATCH.acquisition, encrypted: true },
  verdict: { evidence: "none-found", complete: true, gaps: [] },
  coverage: COVERAGE.map((c) => coverage(c.artifact, "read", 200, "2021-02-01T00:00:00Z", "2021-07-24T09:00:00Z")),
  findings: [],
  problems: [],
};

export const SAMPLES: { readonly [name: string]: Result } = {
  match: MATCH,
  targeted: atMost("targeted"),
  lead: atMost("lead"),
  none: atMost("none-found"),
  complete: COMPLETE,
  unchecked: UNCHECKED,
};
