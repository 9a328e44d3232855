/** Labels of the report page. `es` is the source. @module */
import { count, type Lang, type Problem, plural } from "@contraluz/core";

export interface PageWords {
  readonly title: string;
  readonly product: string;
  readonly reportOf: (day: string) => string;
  readonly takenOn: (noun: string, day: string) => string;
  readonly synthetic: string;
  readonly device: string;
  readonly stripLabel: (total: number, parts: string) => string;
  readonly closing: string;
  readonly fixing: string;
  readonly findings: string;
  readonly findingsMore: (n: number) => string;
  readonly seeOrigin: string;
  readonly backToFinding: string;
  readonly tracesMore: (n: number) => string;
  readonly inThisReport: string;
  readonly sign: string;
  readonly signSet: string;
  readonly rule: string;
  readonly asSeen: string;
  readonly findingNo: string;
  readonly number: (id: string) => string;
  readonly coverageTitle: string;
  readonly coverageIntro: string;
  readonly place: string;
  readonly state: string;
  readonly records: string;
  readonly ofThose: (undated: number, deleted: number) => string;
  readonly fromTo: string;
  readonly shows: string;
  readonly hides: string;
  readonly bandNote: string;
  readonly applies: string;
  readonly appliesIntro: string;
  readonly notCovered: string;
  readonly notCoveredIntro: (more: boolean) => string;
  readonly campaign: string;
  readonly published: string;
  readonly couldShow: string;
  readonly zero: string;
  readonly unpublished: string;
  readonly note: string;
  readonly signsUsed: string;
  readonly list: string;
  readonly date: string;
  readonly noDate: string;
  readonly age: (days: string) => string;
  readonly future: string;
  readonly signsOld: (days: string) => string;
  readonly source: string;
  readonly licence: string;
  readonly builtin: string;
  readonly signs: string;
  readonly none: string;
  readonly origins: string;
  readonly originIntro: string;
  readonly moreRecords: (n: number) => string;
  readonly restInResult: (n: number) => string;
  readonly problems: string;
  readonly problemsIntro: string;
  readonly noProblems: string;
  readonly lost: Readonly<Record<Problem["lost"], string>>;
  readonly howMany: (n: number) => string;
  readonly damage: string;
  readonly made: string;
  readonly asOf: string;
  readonly version: string;
  readonly content: string;
  readonly contentYes: string;
  readonly contentNo: string;
  readonly scope: string;
  readonly scopeAll: string;
  readonly awayWindows: string;
  readonly known: string;
  readonly files: string;
  readonly filesIntro: (n: number) => string;
  readonly path: string;
  readonly size: string;
  readonly bytes: (n: string) => string;
  readonly filesMore: (n: number) => string;
  readonly check: string;
  readonly checkSteps: readonly string[];
  readonly resultFingerprint: string;
  readonly fingerprintHow: string;
  readonly review: string;
  readonly status: string;
  readonly confirms: string;
  readonly unconfirmed: string;
  readonly signsOf: (day: string) => string;
  readonly noSigns: string;
  readonly diamond: string;
  readonly damages: (n: number) => string;
  readonly andMore: (n: number) => string;
  readonly foundThere: string;
  readonly expectedThere: string;
  readonly lostTitle: string;
  readonly code: string;
  readonly forHelper: string;
  readonly evidenceRow: string;
  readonly filesList: string;
}

const es: PageWords = {
  title: "Informe",
  product: "Contraluz",
  reportOf: (day): string => `Informe · ${day}`,
  takenOn: (noun, day): string => `${noun} del ${day}`,
  synthetic: "datos sintéticos: dice que la hizo un programa",
  device: "Teléfono",
  stripLabel: (total, parts): string => `${count(total)} ${plural(total, "lugar", "lugares")}: ${parts}`,
  closing: "Lo que no pudimos ver, y cómo verlo",
  fixing: "Qué falló, y cómo arreglarlo",
  findings: "Lo que vimos, una por una",
  findingsMore: (n): string => `Y ${count(n)} más, menos graves o iguales en peso: están en result.json.`,
  seeOrigin: "Ver de dónde sale",
  backToFinding: "Volver al hallazgo",
  tracesMore: (n): string => `De ${count(n)} más, el origen está en result.json. También lo dice contraluz explain.`,
  inThisReport: "En este informe",
  sign: "Señal publicada",
  signSet: "Lista",
  rule: "Regla",
  asSeen: "Como estaba en el teléfono",
  findingNo: "Número del hallazgo",
  number: (id): string => `núm.\u00a0${id}`,
  coverageTitle: "Qué pudimos ver, lugar por lugar",
  coverageIntro:
    "Cada renglón es un lugar donde puede quedar rastro. Donde está oscuro no pudimos mirar: ahí este resultado no dice nada.",
  place: "Lugar",
  state: "Estado",
  records: "Registros",
  ofThose: (undated, deleted): string =>
    [
      undated > 0 ? `${count(undated)} sin fecha` : "",
      deleted > 0 ? `${count(deleted)} ${plural(deleted, "borrado", "borrados")}` : "",
    ]
      .filter(Boolean)
      .join(", "),
  fromTo: "Fechas",
  shows: "Muestra",
  hides: "No muestra",
  bandNote:
    "La luz va del primer registro al último. En medio puede haber días sin registros. Un rombo es un hallazgo.",
  applies: "Qué señales podían aparecer aquí",
  appliesIntro:
    "Muchas señales publicadas se ven en otros archivos y no en este. Si dice 0, este resultado no dice nada sobre ese programa.",
  notCovered: "Qué no cubren las señales incluidas",
  notCoveredIntro: (more): string =>
    more
      ? "Las listas que añadiste pueden cubrir una parte. Lo demás no podía aparecer aquí."
      : "De esto no buscamos nada, y este resultado no dice nada.",
  campaign: "Programa",
  published: "Señales publicadas",
  couldShow: "Podían verse aquí",
  zero: "Este resultado no dice nada sobre ese programa.",
  unpublished: "No se puede ver: de este programa nadie ha publicado más que páginas de quien lo vende.",
  note: "Nota",
  signsUsed: "Con qué señales comparamos",
  list: "Lista",
  date: "Fecha",
  noDate: "sin fecha",
  age: (days): string => `tienen ${days}`,
  future: "más nueva que el respaldo",
  signsOld: (days): string => `Las señales tienen ${days}. Repite la revisión con una lista nueva.`,
  source: "De dónde viene",
  licence: "Licencia",
  builtin: "Señales incluidas en Contraluz",
  signs: "Señales",
  none: "ninguna",
  origins: "De dónde sale cada cosa",
  originIntro: "Con estos datos, otra persona encuentra los mismos bytes con otras herramientas.",
  moreRecords: (n): string => `${count(n)} ${plural(n, "registro más", "registros más")} de este hallazgo`,
  restInResult: (n): string =>
    `Hay ${count(n)} más. Los primeros 100 están en result.json y todos en la carpeta records.`,
  problems: "Daños y dudas",
  problemsIntro: "Lo que estaba dañado o no entendimos, y lo que se perdió por eso.",
  noProblems: "No hubo daños.",
  lost: {
    nothing: "no se perdió nada",
    bytes: "se perdieron unos bytes",
    row: "se perdió la fila",
    page: "se perdió la página",
    file: "se perdió el archivo",
    artifact: "se perdió ese lugar",
    evidence: "se perdió la evidencia",
  },
  howMany: (n): string => `${count(n)} ${plural(n, "vez", "veces")}`,
  damage: "Daño",
  made: "Cómo se hizo esta revisión",
  asOf: "Fecha que se tomó como hoy",
  version: "Programa y versión",
  content: "Texto de los mensajes",
  contentYes: "se guardó, con permiso",
  contentNo: "no se guardó",
  scope: "Lugares permitidos",
  scopeAll: "todos",
  awayWindows: "Fechas en que el teléfono no estaba contigo",
  known: "Cosas que dijiste conocer",
  files: "Archivos leídos, con su huella",
  filesIntro: (n): string =>
    `Leímos ${count(n)} ${plural(n, "archivo", "archivos")}. Si un archivo cambia, cambia su huella.`,
  path: "Archivo",
  size: "Tamaño",
  bytes: (n): string => `${n} bytes`,
  filesMore: (n): string => `Y ${count(n)} más: están todos en result.json.`,
  check: "Cómo lo comprueba otra persona",
  checkSteps: [
    "Pide la carpeta completa de este informe y una copia de la evidencia.",
    "Calcula la huella del resultado y compárala con la de abajo. Si es igual, este informe habla de ese resultado.",
    "Calcula la huella de cada archivo de la evidencia y compárala con la lista.",
    "Abre una copia del archivo y busca la tabla y la fila de cada hallazgo.",
  ],
  resultFingerprint: "Huella del resultado",
  fingerprintHow: "la da este comando, en la carpeta del informe",
  review: "Revisión por una persona",
  status: "Estado",
  confirms: "Confirma, con nombre y firma",
  unconfirmed: "sin confirmar por una persona",
  signsOf: (day): string => `señales del ${day}`,
  noSigns: "sin lista de señales",
  diamond: "hallazgo",
  damages: (n): string => `${count(n)} ${plural(n, "daño", "daños")}`,
  andMore: (n): string => `y ${count(n)} más`,
  foundThere: "había",
  expectedThere: "se esperaba",
  lostTitle: "Qué se perdió",
  code: "Código",
  forHelper: "Para quien te ayude",
  evidenceRow: "Lo que se entregó",
  filesList: "Ver la lista",
};

const en: PageWords = {
  title: "Report",
  product: "Contraluz",
  reportOf: (day): string => `Report · ${day}`,
  takenOn: (noun, day): string => `${noun} of ${day}`,
  synthetic: "synthetic data: it says that a program made it",
  device: "Phone",
  stripLabel: (total, parts): string => `${count(total)} ${plural(total, "place", "places")}: ${parts}`,
  closing: "What we could not see, and how to see it",
  fixing: "What failed, and how to solve it",
  findings: "What we saw, one by one",
  findingsMore: (n): string => `And ${count(n)} more, of less or equal weight: they are in result.json.`,
  seeOrigin: "See where it comes from",
  backToFinding: "Back to the finding",
  tracesMore: (n): string => `Of ${count(n)} more the origin is in result.json. contraluz explain tells it too.`,
  inThisReport: "In this report",
  sign: "Published sign",
  signSet: "List",
  rule: "Rule",
  asSeen: "As it was on the phone",
  findingNo: "Number of the finding",
  number: (id): string => `no.\u00a0${id}`,
  coverageTitle: "What we could see, place by place",
  coverageIntro:
    "Each row is a place where a trace may be left. Where it is dark we could not look: there this result says nothing.",
  place: "Place",
  state: "State",
  records: "Records",
  ofThose: (undated, deleted): string =>
    [undated > 0 ? `${count(undated)} without date` : "", deleted > 0 ? `${count(deleted)} deleted` : ""]
      .filter(Boolean)
      .join(", "),
  fromTo: "Dates",
  shows: "It shows",
  hides: "It does not show",
  bandNote:
    "The light runs from the first record to the last. In between there may be days without records. A diamond is a finding.",
  applies: "Which signs could show up here",
  appliesIntro:
    "Many published signs show in other files and not in this one. Where it says 0, this result says nothing about that program.",
  notCovered: "What the built-in signs do not cover",
  notCoveredIntro: (more): string =>
    more
      ? "The lists that you added may cover a part. The rest could not show up here."
      : "For these we looked for nothing, and this result says nothing.",
  campaign: "Program",
  published: "Published signs",
  couldShow: "Could show here",
  zero: "This result says nothing about that program.",
  unpublished: "It cannot be seen: nobody has published a sign of the program, only pages of those who sell it.",
  note: "Note",
  signsUsed: "Which signs we compared with",
  list: "List",
  date: "Date",
  noDate: "no date",
  age: (days): string => `${days} old`,
  future: "newer than the backup",
  signsOld: (days): string => `The signs are ${days} old. Repeat the check with a new list.`,
  source: "Where it is from",
  licence: "Licence",
  builtin: "Signs built into Contraluz",
  signs: "Signs",
  none: "none",
  origins: "Where each thing comes from",
  originIntro: "With these facts another person finds the same bytes with other tools.",
  moreRecords: (n): string => `${count(n)} more ${plural(n, "record", "records")} of this finding`,
  restInResult: (n): string =>
    `There are ${count(n)} more. The first 100 are in result.json and all of them in the folder records.`,
  problems: "Damage and doubts",
  problemsIntro: "What was damaged or not understood, and what was lost for it.",
  noProblems: "There was no damage.",
  lost: {
    nothing: "nothing was lost",
    bytes: "some bytes were lost",
    row: "the row was lost",
    page: "the page was lost",
    file: "the file was lost",
    artifact: "this place was lost",
    evidence: "the evidence was lost",
  },
  howMany: (n): string => `${count(n)} ${plural(n, "time", "times")}`,
  damage: "Damage",
  made: "How this check was made",
  asOf: "Date taken as today",
  version: "Program and version",
  content: "Text of messages",
  contentYes: "was kept, with permission",
  contentNo: "was not kept",
  scope: "Places allowed",
  scopeAll: "all",
  awayWindows: "Dates when the phone was not with you",
  known: "Things you said you know",
  files: "Files read, with their fingerprint",
  filesIntro: (n): string =>
    `We read ${count(n)} ${plural(n, "file", "files")}. If a file changes, its fingerprint changes.`,
  path: "File",
  size: "Size",
  bytes: (n): string => `${n} bytes`,
  filesMore: (n): string => `And ${count(n)} more: all of them are in result.json.`,
  check: "How another person checks it",
  checkSteps: [
    "Ask for the whole folder of this report and a copy of the evidence.",
    "Compute the fingerprint of the result and compare it with the one below. If it is equal, this report is about that result.",
    "Compute the fingerprint of each file of the evidence and compare it with the list.",
    "Open a copy of the file and look for the table and the row of each finding.",
  ],
  resultFingerprint: "Fingerprint of the result",
  fingerprintHow: "this command gives it, in the folder of the report",
  review: "Review by a person",
  status: "State",
  confirms: "Confirmed by, with name and signature",
  unconfirmed: "not confirmed by a person",
  signsOf: (day): string => `signs of ${day}`,
  noSigns: "no list of signs",
  diamond: "finding",
  damages: (n): string => `${count(n)} ${plural(n, "damage", "damages")}`,
  andMore: (n): string => `and ${count(n)} more`,
  foundThere: "found",
  expectedThere: "expected",
  lostTitle: "What was lost",
  code: "Code",
  forHelper: "For whoever helps you",
  evidenceRow: "What was handed in",
  filesList: "See the list",
};

export const PAGE: Readonly<Record<Lang, PageWords>> = { es, en };
