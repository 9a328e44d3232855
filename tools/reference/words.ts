/** What the reference page says beside the words of the code. es is the source. @module */
import type { FeedId } from "@contraluz/artifacts";
import type { Contact, Indicator, Lang, LIMITS, ObservableType, Problem } from "@contraluz/core";

type Both = Readonly<Record<Lang, string>>;

interface PageWords {
  readonly title: string;
  readonly made: string;
  readonly artifacts: string;
  readonly artifactsIntro: string;
  readonly shows: string;
  readonly hides: string;
  readonly feed: string;
  readonly version: string;
  readonly where: string;
  readonly sources: string;
  readonly meets: string;
  readonly records: string;
  readonly field: string;
  readonly meaning: string;
  readonly unit: string;
  readonly kept: string;
  readonly always: string;
  readonly contentOnly: string;
  readonly levels: string;
  readonly levelsIntro: string;
  readonly levelsThen: string;
  readonly sign: string;
  readonly rules: string;
  readonly rulesIntro: string;
  readonly level: string;
  readonly title_: string;
  readonly why: string;
  readonly otherwise: string;
  readonly next: string;
  readonly needs: string;
  readonly silent: string;
  readonly from: (version: string) => string;
  readonly baseRate: string;
  readonly budget: string;
  readonly builtin: string;
  readonly builtinIntro: (n: number) => string;
  readonly campaign: string;
  readonly type: string;
  readonly count: string;
  readonly source: string;
  readonly leadOnly: string;
  readonly notCovered: string;
  readonly notCoveredIntro: string;
  readonly because: string;
  readonly vectors: string;
  readonly vectorsIntro: (n: number) => string;
  readonly value: string;
  readonly keys: string;
  readonly none: string;
  readonly problems: string;
  readonly problemsIntro: string;
  readonly code: string;
  readonly lostIntro: string;
  readonly limits: string;
  readonly limitsIntro: string;
  readonly limit: string;
  readonly commands: string;
  readonly commandsIntro: string;
  readonly alias: string;
  readonly option: string;
}

const es: PageWords = {
  title: "Referencia",
  made: "Esta página se escribe con `npm run reference`, a partir del código. No la edites a mano. Cómo se lee todo esto: [para quien analiza](analyst.md).",
  artifacts: "Lugares donde queda rastro",
  artifactsIntro:
    "En el orden de los resultados. Las rutas son las del respaldo: zona y ruta dentro de ella; `*` es una parte de un nombre.",
  shows: "Muestra",
  hides: "No puede mostrar",
  feed: "Se lee como",
  version: "Versión",
  where: "Dónde está",
  sources: "Fuentes",
  meets: "Con qué señales publicadas se compara, y cómo llegó el valor al teléfono",
  records: "Registros",
  field: "Campo",
  meaning: "Qué es",
  unit: "Unidad",
  kept: "Se guarda",
  always: "siempre",
  contentOnly: "con `--with-content`",
  levels: "Peso de una señal",
  levelsIntro:
    "Lo que es la señal × cómo llegó al teléfono. Es la tabla para programas espía y para los de vigilar a la pareja o familia.",
  levelsThen:
    "Después: de `watchware`, `match` y `targeted` quedan en `lead`, y `lead` en `info`; de `tracker`, `match` queda en `lead` y lo demás en `info`. Un nombre común, o del que se vio una parte, es `lead` como mucho. Lo que se vio después del fin de la señal también.",
  sign: "Señal",
  rules: "Reglas",
  rulesIntro: "Una regla mira registros, no señales publicadas. Entre ‹ › está lo que cada hallazgo pone.",
  level: "Nivel",
  title_: "Título",
  why: "Por qué",
  otherwise: "Qué más podría ser",
  next: "Qué hacer",
  needs: "Mira",
  silent: "No dice nada de",
  from: (version): string => `${version} y posteriores`,
  baseRate: "Veces que salió en teléfonos sin ataque conocido",
  budget: "Datos que guarda como mucho",
  builtin: "Señales incluidas",
  builtinIntro: (n): string =>
    `${n} señales de informes públicos. Los valores están en \`packages/detection/src/indicators/builtin-ios.ts\`, \`builtin-android.ts\` y \`builtin-accounts.ts\`.`,
  campaign: "Campaña",
  type: "Tipo",
  count: "Cuántas",
  source: "Fuente",
  leadOnly: "`lead` como mucho",
  notCovered: "Lo que las señales incluidas no muestran",
  notCoveredIntro: "También lo dice cada informe.",
  because: "Por qué",
  vectors: "Claves de comparación, versión",
  vectorsIntro: (n): string =>
    `${n} ejemplos que otra implementación puede comprobar. Qué es cada letra: [señales publicadas](indicators.md#claves-de-comparación).`,
  value: "Valor",
  keys: "Claves",
  none: "ninguna",
  problems: "Problemas",
  problemsIntro:
    "Lo dañado o desconocido se anota y se sigue leyendo. `found` y `expected` son notas técnicas en inglés, con las palabras de cada formato.",
  code: "Código",
  lostIntro: "`lost` dice qué se perdió:",
  limits: "Límites",
  limitsIntro:
    "Quien escribe la evidencia puede ser el atacante. Estos límites valen para todos los lectores; otros están en [para quien analiza](analyst.md#límites).",
  limit: "Nombre",
  commands: "Órdenes",
  commandsIntro: "Como las dice `contraluz --help`. En una copia del proyecto se escribe `npx contraluz`.",
  alias: "También",
  option: "Opción",
};

const en: PageWords = {
  title: "Reference",
  made: "This page is written by `npm run reference`, from the code. Do not edit it by hand. How to read all this: [for the analyst](analyst.md).",
  artifacts: "Places where a trace is left",
  artifactsIntro:
    "In the order of results. Paths are those of the backup: domain and path inside it; `*` is a part of a name.",
  shows: "Shows",
  hides: "Cannot show",
  feed: "Read as",
  version: "Version",
  where: "Where it lies",
  sources: "Sources",
  meets: "Which published signs it is compared with, and how the value met the phone",
  records: "Records",
  field: "Field",
  meaning: "What it is",
  unit: "Unit",
  kept: "Kept",
  always: "always",
  contentOnly: "with `--with-content`",
  levels: "Weight of a sign",
  levelsIntro:
    "What the sign is × how it met the phone. This is the table for spyware and for apps that watch a partner or family.",
  levelsThen:
    "Then: of `watchware`, `match` and `targeted` become `lead`, and `lead` becomes `info`; of `tracker`, `match` becomes `lead` and all else `info`. A common name, or one of which a part was seen, is a `lead` at most. So is what was seen after the sign had ended.",
  sign: "Sign",
  rules: "Rules",
  rulesIntro: "A rule looks at records, not at published signs. Between ‹ › is what each finding puts in.",
  level: "Level",
  title_: "Title",
  why: "Why",
  otherwise: "What else it could be",
  next: "What to do",
  needs: "Looks at",
  silent: "Says nothing about",
  from: (version): string => `${version} and later`,
  baseRate: "Times it fired on phones with no known attack",
  budget: "Facts kept at most",
  builtin: "Built-in signs",
  builtinIntro: (n): string =>
    `${n} signs from public reports. The values are in \`packages/detection/src/indicators/builtin-ios.ts\`, \`builtin-android.ts\` and \`builtin-accounts.ts\`.`,
  campaign: "Campaign",
  type: "Type",
  count: "How many",
  source: "Source",
  leadOnly: "`lead` at most",
  notCovered: "What the built-in signs cannot show",
  notCoveredIntro: "Each report says it too.",
  because: "Why",
  vectors: "Match keys, version",
  vectorsIntro: (n): string =>
    `${n} vectors against which another implementation can check itself. What each letter is: [published signs](indicators.md#match-keys).`,
  value: "Value",
  keys: "Keys",
  none: "none",
  problems: "Problems",
  problemsIntro:
    "What is damaged or unknown is noted, and reading goes on. `found` and `expected` are technical notes in English, in the words of each format.",
  code: "Code",
  lostIntro: "`lost` says what was lost:",
  limits: "Limits",
  limitsIntro:
    "Whoever writes the evidence may be the attacker. These limits hold for all readers; others are in [for the analyst](analyst.md#limits).",
  limit: "Name",
  commands: "Commands",
  commandsIntro: "As `contraluz --help` says them. In a clone of the project write `npx contraluz`.",
  alias: "Also",
  option: "Option",
};

export const PAGE: Readonly<Record<Lang, PageWords>> = { es, en };

export const FEEDS: Readonly<Record<FeedId, Both>> = {
  sqlite: { es: "base de datos SQLite", en: "SQLite database" },
  plist: { es: "lista de propiedades", en: "property list" },
  listing: { es: "lista de archivos", en: "list of files" },
  json: { es: "archivo JSON", en: "JSON file" },
  lines: { es: "texto por renglones", en: "lines of text" },
  dumpstate: { es: "partes de un informe de errores", en: "sections of a bug report" },
  tracev3: { es: "registro del sistema (tracev3)", en: "unified log (tracev3)" },
  bytes: { es: "archivo de eventos (SEGB)", en: "file of events (SEGB)" },
  ndjson: { es: "un objeto JSON por renglón", en: "one JSON object a line" },
  capture: { es: "captura de red", en: "capture of a network" },
  apk: { es: "instalador de una app (APK)", en: "package of an app (APK)" },
};

export const TYPES: Readonly<Record<ObservableType, Both>> = {
  url: { es: "enlace", en: "link" },
  domain: { es: "nombre de sitio", en: "name of a site" },
  ip: { es: "número de servidor", en: "server number" },
  email: { es: "correo", en: "e-mail address" },
  phone: { es: "número de teléfono", en: "phone number" },
  process: { es: "programa", en: "program" },
  "file-path": { es: "ruta de archivo o carpeta", en: "path of a file or folder" },
  "file-name": { es: "nombre de archivo", en: "name of a file" },
  hash: { es: "huella de archivo", en: "hash of a file" },
  "app-id": { es: "nombre interno de una app", en: "internal name of an app" },
  certificate: { es: "firma de una app", en: "signature of an app" },
  property: { es: "ajuste del sistema", en: "system setting" },
  "profile-id": { es: "identificador de un perfil", en: "identifier of a profile" },
  ja4: { es: "huella TLS (JA4)", en: "TLS fingerprint (JA4)" },
  wifi: { es: "red Wi-Fi", en: "Wi-Fi network" },
  cell: { es: "antena", en: "cell" },
  tracker: { es: "rastreador", en: "tracker" },
};

/** In the order of the table of levels. */
export const CONTACTS: Readonly<Record<Contact, Both>> = {
  ran: { es: "estuvo funcionando", en: "was running" },
  installed: { es: "está instalado o puesto", en: "is installed or set" },
  present: { es: "está guardado", en: "lies on the phone" },
  resolved: { es: "una app se conectó", en: "an app connected" },
  opened: { es: "se abrió", en: "was opened" },
  visited: { es: "se visitó", en: "was visited" },
  shown: { es: "lo mostró un servidor", en: "was shown by a server" },
  received: { es: "llegó en un mensaje", en: "came in a message" },
  "looked-up": { es: "el teléfono lo buscó", en: "was looked up" },
  listed: { es: "es una mención", en: "is a mention" },
  shared: { es: "número de servidor, con otro sitio", en: "server number, of another site" },
};

export const ROLES: Readonly<Record<Indicator["role"], Both>> = {
  implant: { es: "el programa mismo", en: "the program itself" },
  server: { es: "un servidor suyo", en: "a server of it" },
  account: { es: "una cuenta de quien ataca", en: "an account of the attacker" },
  vendor: { es: "la página de quien lo vende", en: "the page of who sells it" },
  young: { es: "un sitio registrado hace poco, según una lista", en: "a site registered lately, by a list" },
};

export const LOST: Readonly<Record<Problem["lost"], Both>> = {
  nothing: { es: "Nada: es un aviso.", en: "Nothing: it is a note." },
  bytes: { es: "Una parte de un valor o de una lista.", en: "A part of a value or a list." },
  row: { es: "Una fila o un registro.", en: "A row or a record." },
  page: { es: "Una página de una base, con sus filas.", en: "A page of a database, with its rows." },
  file: { es: "Un archivo, o lo que quedaba de él.", en: "A file, or what was left of it." },
  artifact: { es: "Un lugar en un archivo.", en: "A place in a file." },
  evidence: { es: "Todo: no hay resultado.", en: "All: there is no result." },
};

export const LIMIT: Readonly<Record<keyof typeof LIMITS, Both>> = {
  depth: {
    es: "Niveles de listas de propiedades, archivos dentro de archivos de Apple, JSON",
    en: "Nesting of property lists, keyed archives, JSON",
  },
  items: { es: "Valores en una lista de propiedades", en: "Values in one property list" },
  plistBytes: { es: "Bytes de una lista de propiedades", en: "Bytes of one property list" },
  valueBytes: { es: "Bytes de un valor de una fila", en: "Bytes of one value of a row" },
  text: { es: "Letras de un texto en un registro", en: "Characters of one text in a record" },
  memory: {
    es: "Bytes de un archivo en memoria antes de usar el espacio de trabajo cifrado",
    en: "Bytes of one file in memory before encrypted scratch is used",
  },
  nesting: { es: "Archivos comprimidos uno dentro de otro", en: "Archives inside archives" },
  expansion: { es: "Veces que un archivo comprimido puede crecer", en: "Times that a compressed file may grow" },
  expansionFloor: {
    es: "Bytes hasta los que el crecimiento no se mide",
    en: "Bytes up to which growth is not measured",
  },
  problems: { es: "Problemas que se anotan por archivo", en: "Problems noted per file" },
};
