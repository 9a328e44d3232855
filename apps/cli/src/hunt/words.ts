/** What the commands of labs say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

type Of = { readonly path: string; readonly id: string };
type Nested = Words<never> | { readonly [k: string]: Words<never> };
type In = { readonly cmd: string; readonly lab: string };

export const HW = {
  noDuckDb: {
    es: "Falta DuckDB, con que se busca en un laboratorio. Instálalo junto a Contraluz: npm install @duckdb/node-api",
    en: "DuckDB is missing, which searches a lab. Install it beside Contraluz: npm install @duckdb/node-api",
  },
  needLab: {
    es: (p: { line: string }) => `Falta la carpeta del laboratorio: ${p.line}`,
    en: (p: { line: string }) => `The folder of the lab is missing: ${p.line}`,
  },
  made: {
    es: (p: In) => `Hicimos el laboratorio. Para llevarle un caso: ${p.cmd} hunt add CASO --lab ${p.lab}`,
    en: (p: In) => `The lab was made. To take a case there: ${p.cmd} hunt add CASE --lab ${p.lab}`,
  },
  encryptDisk: {
    es: "Lo que haya ahí no va cifrado: quien se lleve el disco puede leerlo. Pon la carpeta en un disco cifrado (LUKS, FileVault, BitLocker).",
    en: "What lies there is not encrypted: whoever takes the disk can read it. Keep the folder on an encrypted disk (LUKS, FileVault, BitLocker).",
  },
  secretMade: {
    es: (p: { path: string }) =>
      `Hicimos un secreto en «${p.path}». Guárdalo en otro lugar que el laboratorio: sin él no se puede buscar.`,
    en: (p: { path: string }) =>
      `A secret was made in “${p.path}”. Keep it elsewhere than the lab: without it nothing can be searched.`,
  },
  secretInside: {
    es: "El secreto no puede estar dentro del laboratorio: quien se lleve uno se llevaría el otro.",
    en: "The secret cannot lie inside the lab: whoever takes the one would take the other.",
  },
  secretLarge: {
    es: (p: { path: string }) => `«${p.path}» es demasiado grande para ser un secreto.`,
    en: (p: { path: string }) => `“${p.path}” is too large to be a secret.`,
  },
  notEmpty: {
    es: (p: { lab: string }) => `La carpeta «${p.lab}» no está vacía.`,
    en: (p: { lab: string }) => `The folder “${p.lab}” is not empty.`,
  },
  needCase: {
    es: (p: { line: string }) => `Falta qué caso: ${p.line}`,
    en: (p: { line: string }) => `Which case is missing: ${p.line}`,
  },
  noCase: {
    es: (p: { path: string }) => `«${p.path}» no es un caso ni el nombre de uno en el laboratorio.`,
    en: (p: { path: string }) => `“${p.path}” is no case, and no name of one in the lab.`,
  },
  notCase: { es: "Ahí no hay un caso.", en: "There is no case." },
  noChecks: { es: "Todavía no tiene revisiones.", en: "It has no checks yet." },
  taking: {
    es: (p: { n: number }) => `Llevando registros al laboratorio: ${count(p.n)}`,
    en: (p: { n: number }) => `Taking records to the lab: ${count(p.n)}`,
  },
  joined: {
    es: (p: Of & { checks: number; records: number }) =>
      `«${p.path}» está en el laboratorio como ${p.id}. ${plural(p.checks, "Una revisión", `${count(p.checks)} revisiones`)}, ${count(p.records)} ${plural(p.records, "registro", "registros")}.`,
    en: (p: Of & { checks: number; records: number }) =>
      `“${p.path}” is in the lab as ${p.id}. ${plural(p.checks, "One check", `${count(p.checks)} checks`)}, ${count(p.records)} ${plural(p.records, "record", "records")}.`,
  },
  wasThere: {
    es: (p: Of & { checks: number }) => `«${p.path}» ya estaba en el laboratorio como ${p.id}.`,
    en: (p: Of & { checks: number }) => `“${p.path}” was in the lab already, as ${p.id}.`,
  },
  checkLeft: {
    es: (p: { check: string; why: string }) => `La revisión ${p.check} no fue. ${p.why}`,
    en: (p: { check: string; why: string }) => `Check ${p.check} did not go. ${p.why}`,
  },
  notJoined: {
    es: (p: { path: string; why: string }) => `«${p.path}» no fue al laboratorio. ${p.why}`,
    en: (p: { path: string; why: string }) => `“${p.path}” did not go to the lab. ${p.why}`,
  },
  rebuilding: { es: "Rehaciendo claves de otra versión", en: "Making keys of another version again" },
  forgetAsk: {
    es: (p: { n: number }) =>
      `Vas a quitar del laboratorio ${plural(p.n, "un caso", `${count(p.n)} casos`)}, con lo que las búsquedas dicen de ellos.\nEscribe «si» para seguir: `,
    en: (p: { n: number }) =>
      `This takes ${plural(p.n, "one case", `${count(p.n)} cases`)} out of the lab, with what hunts say of them.\nType “yes” to go on: `,
  },
  forgetNot: {
    es: "No quitamos nada. Para quitarlo sin preguntar: --yes",
    en: "Nothing was taken out. To do it without a question: --yes",
  },
  forgot: {
    es: (p: Of) => `«${p.path}» ya no está en el laboratorio (era ${p.id}).`,
    en: (p: Of) => `“${p.path}” is not in the lab any more (it was ${p.id}).`,
  },
  wasNotThere: {
    es: (p: Of) => `«${p.path}» no estaba en el laboratorio.`,
    en: (p: Of) => `“${p.path}” was not in the lab.`,
  },
  copiesLeft: {
    es: "Lo que sí puede quedar: copias de seguridad del laboratorio y archivos que alguien sacó de él. Bórralos también.",
    en: "What may be left: backups of the lab, and files that somebody took out of it. Delete them too.",
  },
  leftLab: {
    es: (p: { lab: string }) => `Quitamos sus registros del laboratorio en «${p.lab}».`,
    en: (p: { lab: string }) => `Its records were taken out of the lab in “${p.lab}”.`,
  },
  notReached: {
    es: (p: { lab: string; why: string }) =>
      `Sus registros siguen en el laboratorio «${p.lab}»: no pudimos quitarlos (${p.why}). Hazlo con «hunt forget».`,
    en: (p: { lab: string; why: string }) =>
      `Its records are still in the lab “${p.lab}”: they could not be taken out (${p.why}). Do it with “hunt forget”.`,
  },
  notThere: { es: "no está ahí", en: "it is not there" },
  labsUnknown: {
    es: "No pudimos abrir el caso para ver si fue a un laboratorio. Si fue, quítalo de ahí con «hunt forget».",
    en: "The case could not be opened to see whether it went to a lab. If it did, take it out with “hunt forget”.",
  },
  caseHas: {
    es: (p: { id: string; checks: number; records: number }) =>
      `${p.id}: ${count(p.checks)} ${plural(p.checks, "revisión", "revisiones")}, ${count(p.records)} ${plural(p.records, "registro", "registros")}`,
    en: (p: { id: string; checks: number; records: number }) =>
      `${p.id}: ${count(p.checks)} ${plural(p.checks, "check", "checks")}, ${count(p.records)} ${plural(p.records, "record", "records")}`,
  },
  until: { es: (p: { day: string }) => `hasta el ${p.day}`, en: (p: { day: string }) => `until ${p.day}` },
  casesInAll: {
    es: (p: { cases: number }) => `${count(p.cases)} ${plural(p.cases, "caso", "casos")}.`,
    en: (p: { cases: number }) => `${count(p.cases)} ${plural(p.cases, "case", "cases")}.`,
  },
  emptyLab: { es: "El laboratorio no tiene casos todavía.", en: "The lab has no cases yet." },
  damagedCases: {
    es: (p: { ids: string }) =>
      `No se puede leer lo que el laboratorio anotó de estos casos: ${p.ids}. Quítalos con «hunt forget» y llévalos otra vez.`,
    en: (p: { ids: string }) =>
      `What the lab noted of these cases cannot be read: ${p.ids}. Take them out with “hunt forget”, and in again.`,
  },
  forgotten: {
    over: {
      es: (p: { id: string }) => `Quitamos el caso ${p.id}: terminó el plazo de su consentimiento.`,
      en: (p: { id: string }) => `Case ${p.id} was taken out: the term of its consent is over.`,
    },
    purged: {
      es: (p: { id: string }) => `Quitamos el caso ${p.id}: fue destruido.`,
      en: (p: { id: string }) => `Case ${p.id} was taken out: it was destroyed.`,
    },
    "not-allowed": {
      es: (p: { id: string }) => `Quitamos el caso ${p.id}: su consentimiento ya no permite compararlo.`,
      en: (p: { id: string }) => `Case ${p.id} was taken out: its consent does not allow comparing any more.`,
    },
  },
  unseen: {
    elsewhere: {
      es: (p: { id: string; path: string }) =>
        `El caso ${p.id} ya no está en «${p.path}», así que no vimos si debe irse. Si se borró: hunt forget ${p.id}`,
      en: (p: { id: string; path: string }) =>
        `Case ${p.id} is no longer in “${p.path}”, so it was not seen whether it has to go. If it was deleted: hunt forget ${p.id}`,
    },
    closed: {
      es: (p: { id: string; path: string }) =>
        `No pudimos abrir el caso ${p.id} en «${p.path}» para ver si su consentimiento sigue.`,
      en: (p: { id: string; path: string }) =>
        `Case ${p.id} in “${p.path}” could not be opened to see whether its consent still stands.`,
    },
  },
} as const satisfies Record<string, Nested>;
