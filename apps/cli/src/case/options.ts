/** Commands of cases: one table, as `options.ts` has for the others, which takes it in. @module */
import { WHY_WORDS } from "@contraluz/case/windows/words.ts";
import type { CommandSpec, OptionSpec } from "../options.ts";
import { TIMELINE_COMMANDS, TIMELINE_OPTIONS } from "./timeline-words.ts";

const folder = { es: "CASO", en: "CASE" };
const PATH = { es: "CASO RUTA…", en: "CASE PATH…" };

export const CASE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...TIMELINE_OPTIONS,
  letter: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Escaneo de la carta firmada: se anota su huella",
      en: "Scan of the signed letter: its fingerprint is noted",
    },
  },
  why: {
    value: { es: "MOTIVO", en: "WHY" },
    choices: Object.keys(WHY_WORDS),
    words: {
      es: "Qué pasó: taken (lo quitaron), inspected (retén), border, repaired, lent, left, lost, other",
      en: "What happened: taken, inspected (checkpoint), border, repaired, lent, left, lost, other",
    },
  },
  where: { value: { es: "LUGAR", en: "PLACE" }, words: { es: "Dónde", en: "Where" } },
  who: { value: { es: "QUIÉN", en: "WHO" }, words: { es: "Quién lo tuvo", en: "Who had it" } },
  zone: {
    value: { es: "ZONA", en: "ZONE" },
    words: {
      es: "Zona horaria de lo que se cuenta (America/Mexico_City); si no, la del teléfono",
      en: "Time zone of what is told (America/Mexico_City); if not given, that of the phone",
    },
  },
  map: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: { es: "Qué columna de la tabla es cuál (JSON)", en: "Which column of the table is which (JSON)" },
  },
  identity: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Archivo con tu llave de age; si no se da, la de este programa (ver «case key»)",
      en: "File with your age key; if not given, the one of this program (see “case key”)",
    },
  },
  recipient: {
    value: { es: "age1…", en: "age1…" },
    multiple: true,
    words: { es: "Quién más puede abrirlo: su llave pública de age", en: "Who else can open it: their public age key" },
  },
  as: {
    value: { es: "ETIQUETA", en: "LABEL" },
    words: {
      es: "Quién lo hace, en la bitácora: una etiqueta corta como r2, que puede salir del caso",
      en: "Who does it, in the log: a short label like r2, which may leave the case",
    },
  },
  title: {
    value: { es: "TÍTULO", en: "TITLE" },
    words: { es: "Cómo le llamas al caso", en: "What you call the case" },
  },
  "by-hash": { words: { es: "Anotar la huella, sin guardar copia", en: "Note the hash, keep no copy" } },
  from: { value: { es: "QUIÉN", en: "WHO" }, words: { es: "Quién la entregó", en: "Who handed it over" } },
  due: { value: { es: "FECHA", en: "DATE" }, words: { es: "Para cuándo", en: "By when" } },
  to: {
    value: { es: "age1…", en: "age1…" },
    multiple: true,
    words: { es: "Para quién: su llave pública de age", en: "For whom: their public age key" },
  },
  "share-with": {
    value: { es: "person|public|NOMBRE", en: "person|public|NAME" },
    words: {
      es: "De un caso: para quién sale, según el consentimiento; si no se da, para la persona",
      en: "Of a case: for whom it leaves, by the consent; if not given, for the person",
    },
  },
  consent: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: { es: "El consentimiento de la persona (JSON)", en: "The person's consent (JSON)" },
  },
  cases: {
    value: { es: "CARPETA", en: "FOLDER" },
    words: { es: "La carpeta en que están los casos", en: "The folder that holds the cases" },
  },
};

/** Options that every command of a case takes. */
const OPEN = ["identity", "lang"] as const;
const WRITE = ["as", ...OPEN] as const;

export const CASE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  ...TIMELINE_COMMANDS,
  "case new": {
    args: folder,
    most: 1,
    words: { es: "Abrir un caso nuevo, cifrado", en: "Open a new case, encrypted" },
    more: {
      es: "Todo lo que guarda queda cifrado; lo abres tú y quien digas con --recipient.",
      en: "All that it keeps is encrypted; you open it, and whoever you name with --recipient.",
    },
    options: ["title", "recipient", ...WRITE],
  },
  "case key": {
    args: { es: "", en: "" },
    most: 0,
    words: { es: "Tu llave: mostrar su parte pública, o hacer una", en: "Your key: show its public part, or make one" },
    options: [...OPEN],
  },
  "case intake": {
    args: { es: "CARPETA CASOS", en: "FOLDER CASES" },
    most: 2,
    words: {
      es: "Recibir lo que llegó: cada paquete se vuelve un caso o se une a uno, y se revisa",
      en: "Take in what arrived: each pack becomes a case or joins one, and is checked",
    },
    more: {
      es: "Lo que está en una carpeta que se llama como un caso entra a ese caso. Lo que no se puede se queda aparte, con su razón.",
      en: "What lies in a folder that is called like a case joins that case. What cannot be done is set aside, with its reason.",
    },
    options: ["cases", "recipient", "indicators", "no-installed", "store", "workers", "json", ...WRITE],
  },
  "case list": {
    args: { es: "CASOS", en: "CASES" },
    most: 1,
    words: {
      es: "Todos los casos: resultado, huecos, días, a quién espera y qué sigue",
      en: "All cases: result, gaps, days, whom it waits for and what comes next",
    },
    options: ["cases", "json", ...OPEN],
  },
  "case show": {
    args: folder,
    most: 1,
    words: { es: "Qué hay en un caso", en: "What a case holds" },
    options: ["json", ...OPEN],
  },
  "case add": {
    args: PATH,
    most: Number.POSITIVE_INFINITY,
    words: { es: "Guardar evidencia en el caso", en: "Take evidence into the case" },
    options: ["by-hash", "from", ...WRITE],
  },
  "case check": {
    args: { es: "CASO [RUTA…]", en: "CASE [PATH…]" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Revisar la evidencia del caso, dentro del consentimiento",
      en: "Check the evidence of the case, within the consent",
    },
    options: [
      "indicators",
      "no-installed",
      "store",
      "as-of",
      "password-file",
      "only",
      "skip",
      "json",
      "exit-code",
      "workers",
      ...WRITE,
    ],
  },
  "case note": {
    args: { es: "CASO TEXTO", en: "CASE TEXT" },
    most: 2,
    words: { es: "Anotar algo", en: "Write something down" },
    options: [...WRITE],
  },
  "case status": {
    args: { es: "CASO person|us|lab|none QUÉ SIGUE", en: "CASE person|us|lab|none NEXT STEP" },
    most: 3,
    words: { es: "A quién espera el caso y qué sigue", en: "Whom the case waits for, and what comes next" },
    options: ["due", ...WRITE],
  },
  "case consent": {
    args: { es: "CASO ARCHIVO.json", en: "CASE FILE.json" },
    most: 2,
    words: { es: "Anotar lo que la persona permite", en: "Write down what the person allows" },
    more: {
      es: "Sin consentimiento un caso no revisa ni comparte nada. Lo que queda fuera de él no se lee.",
      en: "Without consent a case checks and shares nothing. What lies outside of it is not read.",
    },
    options: ["letter", "json", ...WRITE],
  },
  "case letter": {
    args: { es: "[ARCHIVO.json]", en: "[FILE.json]" },
    most: 1,
    words: { es: "La carta de consentimiento, para imprimir y firmar", en: "The letter of consent, to print and sign" },
    options: ["html", "lang"],
  },
  "case withdraw": {
    args: { es: "CASO [MOTIVO]", en: "CASE [WHY]" },
    most: 2,
    words: {
      es: "La persona retira su consentimiento: se anota y se dice qué borrar",
      en: "The person takes their consent back: it is noted, and what to delete is said",
    },
    options: [...WRITE],
  },
  "case window": {
    args: { es: "CASO DESDE [HASTA]", en: "CASE FROM [UNTIL]" },
    most: 3,
    words: {
      es: "Anotar cuándo el teléfono no estuvo con la persona",
      en: "Note when the phone was out of the person's hands",
    },
    more: {
      es: "Las fechas, como se dicen: 20/11/2026 14:30, 20/11/2026 por la noche, noviembre de 2026. También: un ARCHIVO.json con la forma.",
      en: "Dates as they are said: 20/11/2026 14:30, November 2026. Or: a FILE.json with the form.",
    },
    options: ["why", "where", "who", "zone", ...WRITE],
  },
  "case window-form": {
    args: { es: "", en: "" },
    most: 0,
    words: {
      es: "Hoja para anotar a mano cuándo el teléfono no estuvo con la persona",
      en: "Sheet to note by hand when the phone was out of the person's hands",
    },
    options: ["html", "lang"],
  },
  "case incident": {
    args: { es: "CASO ARCHIVO", en: "CASE FILE" },
    most: 2,
    words: {
      es: "Agregar lo que se vio en el camino: un JSON, una tabla CSV o de KoBoToolbox",
      en: "Add what was seen on the way: a JSON, a CSV table or one of KoBoToolbox",
    },
    options: ["map", ...WRITE],
  },
  "case incidents": {
    args: folder,
    most: 1,
    words: { es: "Lo que se vio en el camino, con un mapa", en: "What was seen on the way, with a map" },
    options: ["html", "json", ...OPEN],
  },
  "case log": {
    args: folder,
    most: 1,
    words: { es: "La bitácora: quién hizo qué y cuándo", en: "The log: who did what, and when" },
    options: ["json", ...OPEN],
  },
  "case share": {
    args: folder,
    most: 1,
    words: { es: "Cambiar quién puede abrirlo", en: "Change who can open it" },
    options: ["recipient", ...WRITE],
  },
  "case purge": {
    args: folder,
    most: 1,
    words: { es: "Destruir un caso: primero su llave", en: "Destroy a case: its key first" },
    options: ["yes", "lang"],
  },
};

/** For whoever sends evidence to a helpline or a second lab. */
export const PACK_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  pack: {
    args: { es: "RUTA --to age1…", en: "PATH --to age1…" },
    most: 1,
    words: {
      es: "Empacar para otro laboratorio lo que una revisión lee, cifrado y en partes de 20 MB",
      en: "Pack for another lab what a check reads, encrypted and in parts of 20 MB",
    },
    more: {
      es: "De lo que se queda fuera va la huella. Si se corta, el mismo comando sigue donde iba.",
      en: "Of what is left out the hash goes along. If it is cut short, the same command goes on.",
    },
    options: [
      "to",
      "consent",
      "out",
      "indicators",
      "no-installed",
      "store",
      "known",
      "custody",
      "as-of",
      "password-file",
      "only",
      "skip",
      "with-content",
      "json",
      "lang",
    ],
  },
};
