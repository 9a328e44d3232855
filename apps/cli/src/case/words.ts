/** What `contraluz case …` says. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

interface Cmd {
  readonly cmd: string;
}
interface In extends Cmd {
  readonly folder: string;
}

export const C = {
  needFolder: {
    es: (p: { line: string }) => `Falta la carpeta del caso. Se escribe: ${p.line}`,
    en: (p: { line: string }) => `The folder of the case is missing. Write: ${p.line}`,
  },
  needRest: {
    es: (p: { line: string }) => `Falta algo. Se escribe: ${p.line}`,
    en: (p: { line: string }) => `Something is missing. Write: ${p.line}`,
  },
  noKey: {
    es: (p: Cmd & { path: string }) =>
      `No hay llave en ${p.path}.\nSi ya tienes una: --identity ARCHIVO. Para hacer una nueva: ${p.cmd} case key`,
    en: (p: Cmd & { path: string }) =>
      `There is no key in ${p.path}.\nIf you have one: --identity FILE. To make a new one: ${p.cmd} case key`,
  },
  noIdentity: {
    es: (p: { path: string }) => `En ${p.path} no hay ninguna llave de age (AGE-SECRET-KEY-1…).`,
    en: (p: { path: string }) => `There is no key of age (AGE-SECRET-KEY-1…) in ${p.path}.`,
  },
  askPhrase: { es: "Contraseña del caso: ", en: "Passphrase of the case: " },
  needPhrase: {
    es: "El caso se abre con su contraseña. Escríbela cuando se pida, o da --phrase-file ARCHIVO.",
    en: "The case opens with its passphrase. Type it when asked, or give --phrase-file FILE.",
  },
  askKey: { es: "Contraseña de tu llave: ", en: "Passphrase of your key: " },
  keyMade: {
    es: (p: { path: string }) =>
      `Hicimos una llave nueva y está en ${p.path}.\nGuarda una copia en otro lugar: sin ella nadie abre tus casos. Quien la tenga, puede abrirlos.`,
    en: (p: { path: string }) =>
      `A new key was made; it is in ${p.path}.\nKeep a copy in another place: without it nobody opens your cases. Whoever has it can open them.`,
  },
  keyPublic: {
    es: (p: { recipient: string }) => `Esta parte es pública, para que te manden casos y paquetes:\n${p.recipient}`,
    en: (p: { recipient: string }) =>
      `This part is public, so that others can send you cases and packs:\n${p.recipient}`,
  },
  made: {
    es: (p: In) =>
      `Caso nuevo en ${p.folder}.\nSigue: el consentimiento (${p.cmd} case consent ${p.folder} …) y la evidencia (${p.cmd} case add ${p.folder} RUTA).`,
    en: (p: In) =>
      `New case in ${p.folder}.\nNext: the consent (${p.cmd} case consent ${p.folder} …) and the evidence (${p.cmd} case add ${p.folder} PATH).`,
  },
  notEmpty: {
    es: (p: { folder: string }) => `La carpeta ${p.folder} no está vacía: un caso nuevo quiere una carpeta nueva.`,
    en: (p: { folder: string }) => `The folder ${p.folder} is not empty: a new case wants a new folder.`,
  },
  opens: {
    es: (p: { n: number }) => `Lo ${plural(p.n, "abre una llave", `abren ${p.n} llaves`)}.`,
    en: (p: { n: number }) => `${plural(p.n, "One key opens", `${p.n} keys open`)} it.`,
  },
  copied: {
    es: (p: { name: string; files: number; id: string }) =>
      `Copiamos ${p.name} al caso (${count(p.files)} ${plural(p.files, "archivo", "archivos")}).\nHuella: ${p.id}`,
    en: (p: { name: string; files: number; id: string }) =>
      `${p.name} was copied into the case (${count(p.files)} ${plural(p.files, "file", "files")}).\nHash: ${p.id}`,
  },
  hashed: {
    es: (p: { name: string; files: number; id: string }) =>
      `Anotamos la huella de ${p.name} (${count(p.files)} ${plural(p.files, "archivo", "archivos")}); no guardamos copia.\nHuella: ${p.id}`,
    en: (p: { name: string; files: number; id: string }) =>
      `The hash of ${p.name} was noted (${count(p.files)} ${plural(p.files, "file", "files")}); no copy is kept.\nHash: ${p.id}`,
  },
  copying: {
    es: (p: { mb: number }) => `Copiando y sacando la huella: ${count(p.mb)} MB`,
    en: (p: { mb: number }) => `Copying and hashing: ${count(p.mb)} MB`,
  },
  nothingToCheck: {
    es: (p: In) =>
      `El caso no tiene copias de evidencia. Agrega una (${p.cmd} case add ${p.folder} RUTA), o di dónde está: ${p.cmd} case check ${p.folder} RUTA`,
    en: (p: In) =>
      `The case holds no copy of evidence. Add one (${p.cmd} case add ${p.folder} PATH), or say where it is: ${p.cmd} case check ${p.folder} PATH`,
  },
  notTheSame: {
    es: "Lo que revisamos no es lo que se anotó al recibirlo: su huella es otra. La revisión queda guardada, con ese aviso.",
    en: "What was checked is not what was noted when it came in: its hash is another. The check is kept, with that note.",
  },
  checked: {
    es: (p: In & { check: string }) =>
      `La revisión ${p.check} quedó en el caso. Para verla otra vez: ${p.cmd} report ${p.folder}@${Number(p.check)}`,
    en: (p: In & { check: string }) =>
      `Check ${p.check} is in the case. To see it again: ${p.cmd} report ${p.folder}@${Number(p.check)}`,
  },
  noSuchCheck: {
    es: (p: { check: string; known: string }) => `No hay una revisión «${p.check}» en este caso. Hay: ${p.known}`,
    en: (p: { check: string; known: string }) => `There is no check “${p.check}” in this case. There are: ${p.known}`,
  },
  noChecks: { es: "ninguna", en: "none" },
  noted: { es: "Anotado.", en: "Written down." },
  shared: {
    es: (p: { n: number }) =>
      `Ahora lo ${plural(p.n, "abre una llave", `abren ${p.n} llaves`)}. A quien ya tenía una copia del caso no se la podemos quitar.`,
    en: (p: { n: number }) =>
      `${plural(p.n, "One key opens", `${p.n} keys open`)} it now. Whoever had a copy of the case still has it.`,
  },
  purgeAsk: {
    es: (p: { folder: string }) =>
      `Vas a destruir el caso en ${p.folder}: su llave, toda la evidencia y todas las revisiones. No hay vuelta atrás.\nEscribe «si» para seguir: `,
    en: (p: { folder: string }) =>
      `This destroys the case in ${p.folder}: its key, all evidence and all checks. There is no way back.\nType “yes” to go on: `,
  },
  purged: {
    es: "El caso ya no existe: primero destruimos su llave y luego lo demás.\nLo que sí puede quedar: copias de seguridad, otras copias de la carpeta, memorias USB y bloques de repuesto de un disco SSD. Si guardan el archivo keys.age de antes, quien tenga una de las llaves todavía abriría esas copias. Bórralas también.",
    en: "The case is gone: its key was destroyed first, then everything else.\nWhat may be left: backups, other copies of the folder, USB sticks, and spare blocks of an SSD. If they hold the former keys.age, whoever has one of the keys could still open those copies. Delete them too.",
  },
  kept: { es: "No tocamos nada.", en: "Nothing was touched." },
  title: { es: "Caso", en: "Case" },
  none: { es: "Todavía nada.", en: "Nothing yet." },
  consent: { es: "Consentimiento", en: "Consent" },
  evidence: { es: "Evidencia", en: "Evidence" },
  checks: { es: "Revisiones", en: "Checks" },
  archives: { es: "Documentos leídos", en: "Documents read" },
  archive: {
    es: (p: { name: string; n: number; unread: number; archive: string }) =>
      `${p.name} · ${count(p.n)} ${plural(p.n, "página", "páginas")} · archive/${p.archive}${p.unread === 0 ? "" : ` · sin poder leer: ${count(p.unread)}`}`,
    en: (p: { name: string; n: number; unread: number; archive: string }) =>
      `${p.name} · ${count(p.n)} ${plural(p.n, "page", "pages")} · archive/${p.archive}${p.unread === 0 ? "" : ` · could not be read: ${count(p.unread)}`}`,
  },
  halfRead: {
    es: (p: In & { name: string; archive: string }) =>
      `${p.name} · archive/${p.archive} · a medias; sigue: ${p.cmd} case archive ${p.folder}`,
    en: (p: In & { name: string; archive: string }) =>
      `${p.name} · archive/${p.archive} · not to its end; go on: ${p.cmd} case archive ${p.folder}`,
  },
  windows: { es: "El teléfono no estuvo con la persona", en: "The phone was out of the person's hands" },
  notes: { es: "Notas", en: "Notes" },
  reviews: { es: "Decisiones", en: "Decisions" },
  incidents: { es: "Lo que se vio en el camino", en: "What was seen on the way" },
  waiting: { es: "Espera", en: "Waits for" },
  nextStep: { es: "Sigue", en: "Next" },
  mayHave: { es: "Pueden recibir algo", en: "May receive something" },
  stories: { es: "Relatos", en: "Stories" },
  left: { es: "Lo que ya salió", en: "What left already" },
  whatNow: { es: "Qué puedes hacer ahora", en: "What you can do now" },
  stepConsent: {
    es: (p: In) => `Anotar el consentimiento: ${p.cmd} case consent ${p.folder} ARCHIVO`,
    en: (p: In) => `Write down the consent: ${p.cmd} case consent ${p.folder} FILE`,
  },
  stepAdd: {
    es: (p: In) => `Agregar la evidencia: ${p.cmd} case add ${p.folder} RUTA`,
    en: (p: In) => `Add the evidence: ${p.cmd} case add ${p.folder} PATH`,
  },
  stepCheck: {
    es: (p: In) => `Revisarla: ${p.cmd} case check ${p.folder}`,
    en: (p: In) => `Check it: ${p.cmd} case check ${p.folder}`,
  },
  stepReview: {
    es: (p: In) => `Decidir los hallazgos: ${p.cmd} case review ${p.folder}`,
    en: (p: In) => `Decide the findings: ${p.cmd} case review ${p.folder}`,
  },
  stepWords: {
    es: (p: In) => `El mensaje para la persona: ${p.cmd} words ${p.folder}`,
    en: (p: In) => `The message for the person: ${p.cmd} words ${p.folder}`,
  },
  stepDossier: {
    es: (p: In) => `Un expediente para otros: ${p.cmd} dossier make ${p.folder} --whom NOMBRE`,
    en: (p: In) => `A dossier for others: ${p.cmd} dossier make ${p.folder} --whom NAME`,
  },
  stepPurge: {
    es: (p: In) => `Destruir el caso, con su llave primero: ${p.cmd} case purge ${p.folder}`,
    en: (p: In) => `Destroy the case, its key first: ${p.cmd} case purge ${p.folder}`,
  },
  stepRemove: {
    es: (p: In) => `Borrar las copias y las revisiones: ${p.cmd} case withdraw ${p.folder} --yes`,
    en: (p: In) => `Remove the copies and the checks: ${p.cmd} case withdraw ${p.folder} --yes`,
  },
  told: {
    es: (p: { n: number }) =>
      `La bitácora guarda ${count(p.n)} ${plural(p.n, "entrada", "entradas")} con datos (notas, relatos, decisiones, lo que se vio). No las muestres ni las compartas; se van con el caso.`,
    en: (p: { n: number }) =>
      `The log holds ${count(p.n)} ${plural(p.n, "entry", "entries")} with data (notes, stories, decisions, what was seen). Do not show or share them; they go with the case.`,
  },
  byHash: { es: "nada más la huella", en: "only the hash" },
  byCopy: { es: "copia", en: "copy" },
  removed: { es: "ya borrada", en: "removed since" },
  troubleTitle: {
    es: "Partes del caso que no se pueden leer o que alguien cambió:",
    en: "Parts of the case that cannot be read, or that somebody changed:",
  },
  logHolds: {
    es: (p: { n: number }) =>
      `La bitácora tiene ${count(p.n)} ${plural(p.n, "entrada", "entradas")} y su cadena está completa.`,
    en: (p: { n: number }) => `The log has ${count(p.n)} ${plural(p.n, "entry", "entries")} and its chain is whole.`,
  },
  logFails: {
    es: "La bitácora tiene partes que faltan, que no se pueden leer o que alguien cambió:",
    en: "Parts of the log are missing, cannot be read, or were changed by somebody:",
  },
  logBroken: {
    es: "La cadena de la bitácora está rota. Lo de abajo es lo que se pudo leer.",
    en: "The chain of the log is broken. What can be read is below.",
  },
  needShare: {
    es: "Sale de un caso: falta para quién es. --share-with NOMBRE, como está en el consentimiento, o --share-with person",
    en: "It leaves a case: whom it is for is missing. --share-with NAME, as the consent has it, or --share-with person",
  },
  whoOpens: { es: "Falta quién lo abre.", en: "Who opens it is missing." },
  consentFirst: {
    es: (p: In & { why: string }) => `${p.why}\nEscribe primero el consentimiento: ${p.cmd} case consent ${p.folder} …`,
    en: (p: In & { why: string }) => `${p.why}\nRecord the consent first: ${p.cmd} case consent ${p.folder} …`,
  },
  refused: {
    es: (p: { why: string }) => `No se puede, y es por el consentimiento. ${p.why}`,
    en: (p: { why: string }) => `This cannot be done, because of the consent. ${p.why}`,
  },
} as const satisfies Record<string, Words<never>>;

/** What a named person decided about a finding. */
export const DECISION: Readonly<Record<"confirm" | "dismiss" | "ask", Words>> = {
  confirm: { es: "lo confirma", en: "stands behind it" },
  dismiss: { es: "lo descarta", en: "dismisses it" },
  ask: { es: "falta preguntar", en: "must be asked" },
};
