/** What `contraluz indicators` says. es is the source. @module */
import { count, type ObservableType, plural, type Words } from "@contraluz/core";
import type { Aside } from "./types.ts";
import type { UpdateFailure } from "./update.ts";

/** Types of signs, one or several. */
export const TYPE: Readonly<Record<ObservableType, readonly [es: string, en: string]>> = {
  url: ["enlaces", "links"],
  domain: ["sitios", "sites"],
  ip: ["direcciones IP", "IP addresses"],
  email: ["correos", "e-mail addresses"],
  phone: ["teléfonos", "phone numbers"],
  process: ["programas", "programs"],
  "file-path": ["rutas", "paths"],
  "file-name": ["nombres de archivo", "file names"],
  hash: ["huellas de archivo", "file fingerprints"],
  "app-id": ["apps", "apps"],
  certificate: ["firmas de app", "app certificates"],
  property: ["ajustes", "settings"],
  "profile-id": ["perfiles", "profiles"],
  ja4: ["formas de conexión (JA4)", "shapes of connections (JA4)"],
  wifi: ["redes Wi-Fi", "Wi-Fi networks"],
  cell: ["antenas", "cell towers"],
  tracker: ["rastreadores", "trackers"],
};

export const FAILURE: Readonly<Record<UpdateFailure, Words<{ detail: string }>>> = {
  unreachable: {
    es: (p) => `no hubo conexión (${p.detail})`,
    en: (p) => `there was no connection (${p.detail})`,
  },
  timeout: { es: "el sitio no respondió a tiempo", en: "the site did not answer in time" },
  status: {
    es: (p) => `el sitio no lo dio (${p.detail})`,
    en: (p) => `the site did not give it (${p.detail})`,
  },
  redirect: {
    es: (p) => `el sitio mandaba a otro que no está en la lista (${p.detail})`,
    en: (p) => `the site sent us to another one that is not in the list (${p.detail})`,
  },
  "too-large": { es: "es demasiado grande", en: "it is too large" },
  truncated: {
    es: (p) => `llegó cortado (${p.detail})`,
    en: (p) => `it came cut off (${p.detail})`,
  },
  encoding: { es: "llegó dañado", en: "it came damaged" },
  cancelled: { es: "se detuvo", en: "it was stopped" },
  "too-many": {
    es: "tiene más señales de las que puede tener una lista",
    en: "it has more signs than a list can have",
  },
  "not-asked": { es: "no se pidió: nadie respondía", en: "it was not asked for: nobody answered" },
};

export const ASIDE: Readonly<Record<Aside, Words>> = {
  empty: { es: "no tiene señales que sepamos leer", en: "it has no signs that we can read" },
  shrunk: { es: "le falta la mayor parte de lo que tenía", en: "most of what it had is missing" },
  damaged: { es: "una parte no se puede leer", en: "part of it cannot be read" },
};

export const S = {
  whoSees: {
    es: (p: { n: number; hosts: string }) =>
      `Vamos a pedir ${count(p.n)} ${plural(p.n, "archivo", "archivos")} a ${p.hosts}. Ese sitio sabrá que alguien con tu conexión pidió ${plural(p.n, "esta lista", "estas listas")}. Quien vigile tu red verá que te conectaste ahí, no qué pediste. De tu teléfono y de tus resultados no sale nada.`,
    en: (p: { n: number; hosts: string }) =>
      `We will ask ${p.hosts} for ${count(p.n)} ${plural(p.n, "file", "files")}. That site will know that somebody with your connection asked for ${plural(p.n, "this list", "these lists")}. Whoever watches your network will see that you connected there, not what you asked for. Nothing of your phone or your results is sent.`,
  },
  otherWay: {
    es: (p: { cmd: string }) =>
      `Si eso es un riesgo para ti, baja las listas en otro lugar y tráelas en una memoria: ${p.cmd} indicators import ARCHIVO`,
    en: (p: { cmd: string }) =>
      `If that is a risk for you, download the lists somewhere else and bring them on a USB stick: ${p.cmd} indicators import FILE`,
  },
  goOn: { es: "¿Seguimos? [s/N] ", en: "Shall we go on? [y/N] " },
  notAsked: { es: "No pedimos nada.", en: "We asked for nothing." },
  asking: { es: "Pidiendo", en: "Asking for" },
  knownHead: { es: "Listas públicas que puedes pedir por su nombre", en: "Public lists that you can ask for by name" },
  nothingFetched: {
    es: (p: { hosts: string }) =>
      `Todavía no pedimos nada. Con un nombre, los archivos se piden a ${p.hosts}, y ese sitio sabrá que alguien con tu conexión pidió la lista.`,
    en: (p: { hosts: string }) =>
      `We have asked for nothing yet. With a name, the files are asked of ${p.hosts}, and that site will know that somebody with your connection asked for the list.`,
  },
  groups: {
    es: "Nombres de varias a la vez: installed (las que ya tienes), mvt (las que usa MVT), amnesty, echap, all (todas).",
    en: "Names for several at once: installed (those that you have), mvt (those that MVT uses), amnesty, echap, all.",
  },
  type: {
    es: (p: { line: string }) => `Se escribe: ${p.line}`,
    en: (p: { line: string }) => `Write: ${p.line}`,
  },
  have: {
    es: (p: { when: string }) => `la tienes, pedida ${p.when}`,
    en: (p: { when: string }) => `you have it, asked for ${p.when}`,
  },
  ageDate: { es: (p: { date: string }) => `el ${p.date}`, en: (p: { date: string }) => `on ${p.date}` },
  ageDays: {
    es: (p: { date: string; days: string }) => `el ${p.date}, hace ${p.days}`,
    en: (p: { date: string; days: string }) => `on ${p.date}, ${p.days} ago`,
  },
  ageAhead: {
    es: (p: { date: string }) => `el ${p.date} (después de hoy: revisa el reloj de este equipo)`,
    en: (p: { date: string }) => `on ${p.date} (after today: check the clock of this computer)`,
  },
  signs: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "señal", "señales")}`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "sign", "signs")}`,
  },
  took: {
    es: (p: { signs: string }) => `instalada: ${p.signs}`,
    en: (p: { signs: string }) => `installed: ${p.signs}`,
  },
  same: { es: "sigue igual", en: "is the same" },
  again: {
    es: "volvió a una versión que ya tenías; se usa esa",
    en: "went back to a version that you had; that one is used",
  },
  changed: {
    es: (p: { date: string; came: string; went: string }) => `cambió desde el ${p.date}: +${p.came} −${p.went} señales`,
    en: (p: { date: string; came: string; went: string }) => `changed since ${p.date}: +${p.came} −${p.went} signs`,
  },
  aside: {
    es: (p: { why: string }) => `guardada aparte, sin usarla: ${p.why}`,
    en: (p: { why: string }) => `kept aside, not used: ${p.why}`,
  },
  asideBefore: {
    es: (p: { date: string }) => `Sigue en uso la del ${p.date}.`,
    en: (p: { date: string }) => `The one of ${p.date} stays in use.`,
  },
  asideNone: { es: "No hay otra versión en uso.", en: "No other version is in use." },
  asideUse: {
    es: (p: { line: string }) => `Si la revisaste y es la buena: ${p.line}`,
    en: (p: { line: string }) => `If you looked at it and it is right: ${p.line}`,
  },
  failed: {
    es: (p: { why: string }) => `no se pudo traer: ${p.why}`,
    en: (p: { why: string }) => `could not be brought: ${p.why}`,
  },
  failedKept: {
    es: "Lo que ya tenías sigue en uso. Vuelve a intentar, o trae las listas en una memoria con «indicators import».",
    en: "What you had stays in use. Try again, or bring the lists on a USB stick with “indicators import”.",
  },
  none: {
    es: (p: { cmd: string }) =>
      `No hay listas instaladas. Contraluz usa las señales que trae. Para ver cuáles hay: ${p.cmd} indicators update`,
    en: (p: { cmd: string }) =>
      `No lists are installed. Contraluz uses the signs that it comes with. To see which there are: ${p.cmd} indicators update`,
  },
  installedHead: { es: "Listas instaladas", en: "Installed lists" },
  askedOn: { es: (p: { when: string }) => `pedida ${p.when}`, en: (p: { when: string }) => `asked for ${p.when}` },
  broughtOn: { es: (p: { when: string }) => `traída ${p.when}`, en: (p: { when: string }) => `brought ${p.when}` },
  published: {
    es: (p: { date: string }) => `con señales hasta el ${p.date}`,
    en: (p: { date: string }) => `with signs up to ${p.date}`,
  },
  licence: { es: (p: { name: string }) => `licencia ${p.name}`, en: (p: { name: string }) => `licence ${p.name}` },
  noLicence: { es: "sin licencia escrita", en: "no licence stated" },
  used: { es: "en uso", en: "in use" },
  notUsed: { es: "no se usa", en: "not in use" },
  more: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "versión guardada", "versiones guardadas")}`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "version kept", "versions kept")}`,
  },
  storeAt: { es: (p: { path: string }) => `Están en ${p.path}`, en: (p: { path: string }) => `They are in ${p.path}` },
  publisher: { es: "Quién la publica", en: "Who publishes it" },
  foundBy: { es: "Quién encontró las señales", en: "Who found the signs" },
  about: { es: "De qué trata", en: "What it is about" },
  where: { es: "De dónde se pide", en: "Where it is asked for" },
  references: { es: "Para leer más", en: "To read more" },
  versions: { es: "Versiones guardadas", en: "Versions kept" },
  notInstalled: { es: "No está instalada.", en: "It is not installed." },
  could: {
    es: (p: { evidence: string; could: number; total: number }) =>
      `En ${p.evidence} podían verse ${count(p.could)} de ${count(p.total)} señales.`,
    en: (p: { evidence: string; could: number; total: number }) =>
      `In ${p.evidence} ${count(p.could)} of ${count(p.total)} signs could show up.`,
  },
  couldNone: {
    es: (p: { evidence: string; total: number }) =>
      `En ${p.evidence} podían verse 0 de ${count(p.total)} señales. Con ella, un resultado no dice nada nuevo.`,
    en: (p: { evidence: string; total: number }) =>
      `In ${p.evidence} 0 of ${count(p.total)} signs could show up. With it, a result says nothing new.`,
  },
  unseen: {
    es: (p: { n: number; names: string }) =>
      `No se ${plural(p.n, "puede ver un programa, porque nadie publicó de él", `pueden ver ${count(p.n)} programas, porque nadie publicó de ellos`)} más que páginas de quien ${plural(p.n, "lo", "los")} vende: ${p.names}`,
    en: (p: { n: number; names: string }) =>
      `${plural(p.n, "One program cannot be seen, since only pages of those who sell it", `${count(p.n)} programs cannot be seen, since only pages of those who sell them`)} were published: ${p.names}`,
  },
  couldRow: {
    es: (p: { could: number; total: number; type: string }) => `${count(p.could)} de ${count(p.total)} ${p.type}`,
    en: (p: { could: number; total: number; type: string }) => `${count(p.could)} of ${count(p.total)} ${p.type}`,
  },
  unread: {
    es: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "renglón u objeto no se pudo leer", "renglones u objetos no se pudieron leer")}.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "line or object could not be read", "lines or objects could not be read")}.`,
  },
  removed: { es: (p: { name: string }) => `Quitada: ${p.name}`, en: (p: { name: string }) => `Removed: ${p.name}` },
  nowUsed: {
    es: (p: { name: string; date: string }) => `De ${p.name} se usa ahora la versión del ${p.date}.`,
    en: (p: { name: string; date: string }) => `Of ${p.name} the version of ${p.date} is used now.`,
  },
  unusedNow: {
    es: (p: { name: string }) => `De ${p.name} ya no se usa ninguna versión.`,
    en: (p: { name: string }) => `Of ${p.name} no version is used any more.`,
  },
  lineImport: { es: "import ARCHIVO…", en: "import FILE…" },
  lineShow: { es: "show NOMBRE", en: "show NAME" },
  lineUse: { es: "use NOMBRE@VERSIÓN", en: "use NAME@VERSION" },
  lineRemove: { es: "remove NOMBRE[@VERSIÓN]", en: "remove NAME[@VERSION]" },
  badVerb: {
    es: (p: { verb: string; all: string }) => `«indicators» no sabe «${p.verb}». Puede ser: ${p.all}`,
    en: (p: { verb: string; all: string }) => `“indicators” does not know “${p.verb}”. It can be: ${p.all}`,
  },
  needName: {
    es: (p: { line: string }) => `Falta el nombre. Se escribe: ${p.line}`,
    en: (p: { line: string }) => `The name is missing. Write: ${p.line}`,
  },
  noSuchSet: {
    es: (p: { name: string; cmd: string }) => `No hay una lista «${p.name}». Todas: ${p.cmd} indicators update`,
    en: (p: { name: string; cmd: string }) => `There is no list “${p.name}”. All of them: ${p.cmd} indicators update`,
  },
  notHere: {
    es: (p: { name: string }) => `No está instalada: ${p.name}`,
    en: (p: { name: string }) => `It is not installed: ${p.name}`,
  },
  noVersion: {
    es: (p: { name: string; version: string }) =>
      `${p.name} no tiene una versión «${p.version}», o hay varias. Bastan las primeras letras de su huella.`,
    en: (p: { name: string; version: string }) =>
      `${p.name} has no version “${p.version}”, or there are several. The first letters of its fingerprint are enough.`,
  },
  badName: {
    es: (p: { name: string }) =>
      `«${p.name}» no sirve de nombre. Usa letras minúsculas sin acento, cifras, punto o guion, con --name.`,
    en: (p: { name: string }) =>
      `“${p.name}” cannot be a name. Use small letters without accents, digits, a dot or a dash, with --name.`,
  },
  oneName: {
    es: "Con --name va un archivo a la vez.",
    en: "With --name goes one file at a time.",
  },
  damagedStore: {
    es: (p: { path: string }) =>
      `El índice de las listas instaladas está dañado: ${p.path}\nQuita esa carpeta y pide las listas otra vez, o usa otra con --store.`,
    en: (p: { path: string }) =>
      `The index of the installed lists is damaged: ${p.path}\nRemove that folder and ask for the lists again, or use another one with --store.`,
  },
  damagedFile: {
    es: (p: { path: string; cmd: string }) =>
      `Un archivo de una lista instalada falta o cambió: ${p.path}\nPide la lista otra vez: ${p.cmd} indicators update NOMBRE`,
    en: (p: { path: string; cmd: string }) =>
      `A file of an installed list is missing or has changed: ${p.path}\nAsk for the list again: ${p.cmd} indicators update NAME`,
  },
  damagedSet: {
    es: (p: { names: string; cmd: string }) =>
      `Ojo: no comparamos con ${p.names}: sus archivos cambiaron desde que se guardaron. Pídelas otra vez: ${p.cmd} indicators update NOMBRE\n`,
    en: (p: { names: string; cmd: string }) =>
      `Note: we did not compare with ${p.names}: their files changed since they were stored. Ask for them again: ${p.cmd} indicators update NAME\n`,
  },
  usedHere: {
    es: (p: { n: number; signs: string; when: string }) =>
      `Comparamos también con ${count(p.n)} ${plural(p.n, "lista instalada", "listas instaladas")} (${p.signs}; la más vieja se pidió ${p.when}).`,
    en: (p: { n: number; signs: string; when: string }) =>
      `We also compared with ${count(p.n)} installed ${plural(p.n, "list", "lists")} (${p.signs}; the oldest was asked for ${p.when}).`,
  },
  renew: {
    es: (p: { cmd: string }) => `Para pedir las nuevas: ${p.cmd} indicators update installed`,
    en: (p: { cmd: string }) => `To ask for the new ones: ${p.cmd} indicators update installed`,
  },
} as const;

/** Kinds of evidence in the middle of a sentence. */
export const EVIDENCE: Readonly<Record<"ios-backup" | "androidqf", Words>> = {
  "ios-backup": { es: "un respaldo de iPhone", en: "an iPhone backup" },
  androidqf: { es: "una copia de Android (AndroidQF)", en: "a copy of an Android phone (AndroidQF)" },
};
