/** Commands of cases: one table, as `options.ts` has for the others, which takes it in. @module */
import type { CommandSpec, OptionSpec } from "../options.ts";
import { CONSENT_COMMANDS, CONSENT_OPTIONS } from "./consent-options.ts";
import { TIMELINE_COMMANDS, TIMELINE_OPTIONS } from "./timeline-words.ts";

const folder = { es: "CASO", en: "CASE" };
const PATH = { es: "CASO RUTA…", en: "CASE PATH…" };

export const CASE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...TIMELINE_OPTIONS,
  ...CONSENT_OPTIONS,
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
  reviewer: {
    value: { es: "NOMBRE", en: "NAME" },
    words: { es: "Quién decide, con su nombre", en: "Who decides, by name" },
  },
  role: {
    value: { es: "PAPEL", en: "ROLE" },
    words: { es: "Como qué: analista, segunda revisora", en: "In which role: analyst, second reviewer" },
  },
  off: { words: { es: "Quitar la etiqueta", en: "Take the tag off" } },
  id: {
    value: { es: "ID", en: "ID" },
    words: { es: "Cómo se llama; si ya hay uno, lo reemplaza", en: "What it is called; one that is there is replaced" },
  },
  check: {
    value: { es: "N", en: "N" },
    words: {
      es: "Qué revisión del caso (la última, si no se da)",
      en: "Which check of the case (the newest, if not given)",
    },
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
  "case recheck": {
    args: folder,
    most: 1,
    words: {
      es: "Comparar una revisión del caso con las señales de hoy",
      en: "Compare a check of the case with the signs of today",
    },
    options: ["check", "indicators", "no-installed", "store", "as-of", "json", "exit-code", ...WRITE],
  },
  "case review": {
    args: { es: "CASO [HALLAZGO confirm|dismiss|ask RAZÓN]", en: "CASE [FINDING confirm|dismiss|ask REASON]" },
    most: 4,
    words: {
      es: "Ver y decidir los hallazgos, con nombre y razón",
      en: "See and decide findings, with a name and a reason",
    },
    more: {
      es: "Confirma una persona con su nombre; el programa nunca lo hace.",
      en: "A person confirms, by name; the program never does.",
    },
    options: ["check", "reviewer", "role", "json", ...WRITE],
  },
  "case tag": {
    args: { es: "CASO [ETIQUETA LUGAR…]", en: "CASE [TAG PLACE…]" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Poner una etiqueta a registros y hallazgos (0001/ios/sms/4)",
      en: "Tag records and findings (0001/ios/sms/4)",
    },
    options: ["off", ...WRITE],
  },
  "case story": {
    args: { es: "CASO [ARCHIVO|ID]", en: "CASE [FILE|ID]" },
    most: 2,
    words: {
      es: "Un relato en que cada frase cita en qué se apoya",
      en: "An account whose every sentence cites what it rests on",
    },
    options: ["id", "output", "share-with", ...WRITE],
  },
  "case known": {
    args: { es: "CASO VALOR…", en: "CASE VALUE…" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Lo que la persona reconoce: deja de ser una pregunta",
      en: "What the person recognises: it is no longer a question",
    },
    options: [...WRITE],
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
  ...CONSENT_COMMANDS,
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
