/** What the command line says. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

export const W = {
  tagline: {
    es: "Contraluz busca rastros de vigilancia en lo que entregas, y dice también lo que no pudo ver.",
    en: "Contraluz looks for traces of surveillance in what you hand in, and also says what it could not see.",
  },
  offline: { es: "Nada sale de este equipo.", en: "Nothing leaves this computer." },
  usage: { es: "Uso", en: "Usage" },
  commands: { es: "Órdenes", en: "Commands" },
  options: { es: "Opciones", en: "Options" },
  examples: { es: "Ejemplos", en: "Examples" },
  exitCodes: {
    es: "Salida: 0 hay resultado, diga lo que diga · 2 orden mal escrita · 3 no se pudo revisar. Con --exit-code también: 10 hay algo por revisar o un intento, 20 coincide.",
    en: "Exit: 0 there is a result, whatever it says · 2 wrong use · 3 could not be checked. With --exit-code also: 10 something to look at or an attempt, 20 a match.",
  },
  reading: { es: (p: { file: string }) => `Leyendo ${p.file}`, en: (p: { file: string }) => `Reading ${p.file}` },
  listing: {
    es: (p: { n: number }) => `Leyendo la lista de archivos: ${count(p.n)}`,
    en: (p: { n: number }) => `Reading the list of files: ${count(p.n)}`,
  },
  opening: { es: "Abriendo el respaldo", en: "Opening the backup" },
  deriving: {
    es: "Abriendo con la contraseña (puede tardar medio minuto)",
    en: "Opening with the password (this can take half a minute)",
  },
  signs: { es: "Leyendo las señales publicadas", en: "Reading the published signs" },
  writing: { es: "Escribiendo el informe", en: "Writing the report" },
  askPassword: {
    es: "El respaldo tiene contraseña: la que alguien eligió al activar «Encriptar respaldo local». No es el código del iPhone. No se guarda.\nContraseña: ",
    en: "The backup has a password: the one somebody chose when turning on “Encrypt local backup”. It is not the iPhone's code. It is not stored.\nPassword: ",
  },
  askAgain: {
    es: "Esa contraseña no abre el respaldo. Nada se bloquea por intentar.\nContraseña: ",
    en: "That password does not open the backup. Trying locks nothing.\nPassword: ",
  },
  cancelled: { es: "Detenido. No quedó ningún resultado.", en: "Stopped. No result was left." },
  notResult: {
    es: "Esto no es un resultado. No dice nada del teléfono, ni bueno ni malo.",
    en: "This is not a result. It says nothing about the phone, neither good nor bad.",
  },
  found: { es: "Encontrado", en: "Found" },
  expected: { es: "Esperado", en: "Expected" },
  try: { es: "Qué hacer", en: "What to do" },
  code: { es: "Código", en: "Code" },
  ourError: {
    es: "Es un error nuestro. Guarda este texto y mándalo a quien te ayude.",
    en: "It is our error. Keep this text and send it to whoever helps you.",
  },
  unknownCommand: {
    es: (p: { name: string }) => `No conocemos la orden «${p.name}». Escribe «contraluz --help».`,
    en: (p: { name: string }) => `There is no command “${p.name}”. Type “contraluz --help”.`,
  },
  badOption: {
    es: (p: { message: string }) => `La orden no está bien escrita: ${p.message}`,
    en: (p: { message: string }) => `The command is not well formed: ${p.message}`,
  },
  needPath: { es: "Falta la ruta de lo que hay que revisar.", en: "The path of what to check is missing." },
  needResult: { es: "Falta la carpeta de un resultado.", en: "The folder of a result is missing." },
  noSuchPath: {
    es: (p: { path: string }) => `No existe: ${p.path}`,
    en: (p: { path: string }) => `Does not exist: ${p.path}`,
  },
  outExists: {
    es: (p: { path: string }) => `Ya existe: ${p.path}. Elige otra carpeta con --out.`,
    en: (p: { path: string }) => `Already exists: ${p.path}. Choose another folder with --out.`,
  },
  outInside: {
    es: "La carpeta del resultado no puede estar dentro de la evidencia: la evidencia no se toca.",
    en: "The folder of the result must not lie inside the evidence: evidence is never touched.",
  },
  badDate: {
    es: (p: { value: string }) => `No es una fecha: ${p.value}. Se escribe 2024-05-06 o 2024-05-06T07:08:09Z.`,
    en: (p: { value: string }) => `Not a date: ${p.value}. Write 2024-05-06 or 2024-05-06T07:08:09Z.`,
  },
  badCustody: {
    es: (p: { value: string }) =>
      `No es un periodo: ${p.value}. Se escribe DESDE/HASTA, por ejemplo 2024-05-01/2024-05-03.`,
    en: (p: { value: string }) => `Not a period: ${p.value}. Write FROM/TO, for example 2024-05-01/2024-05-03.`,
  },
  badId: {
    es: (p: { id: string; known: string }) => `No conocemos «${p.id}». Hay: ${p.known}`,
    en: (p: { id: string; known: string }) => `There is no “${p.id}”. There are: ${p.known}`,
  },
  badChoice: {
    es: (p: { option: string; value: string; choices: string }) =>
      `${p.option} no puede ser «${p.value}». Puede ser: ${p.choices}`,
    en: (p: { option: string; value: string; choices: string }) =>
      `${p.option} cannot be “${p.value}”. It can be: ${p.choices}`,
  },
  reportAt: { es: "El informe para leer", en: "The report to read" },
  folderAt: { es: "La carpeta del resultado", en: "The folder of the result" },
  folderNote: {
    es: "Quien use este equipo puede verla. Para borrarla: contraluz forget CARPETA",
    en: "Whoever uses this computer can see it. To remove it: contraluz forget FOLDER",
  },
  demoNote: {
    es: "Es un teléfono inventado de una periodista inventada. Para revisar uno de verdad: npm start -- check RUTA",
    en: "This is a made-up phone of a made-up journalist. To check a real one: npm start -- check PATH",
  },
  forgotten: { es: (p: { path: string }) => `Borrado: ${p.path}`, en: (p: { path: string }) => `Removed: ${p.path}` },
  notForgotten: {
    es: (p: { n: number }) =>
      `No se borró la carpeta: tiene ${p.n} ${plural(p.n, "archivo que no es nuestro", "archivos que no son nuestros")}.`,
    en: (p: { n: number }) =>
      `The folder was not removed: it holds ${p.n} ${plural(p.n, "file that is not ours", "files that are not ours")}.`,
  },
  forgetLimit: {
    es: "Borrar no es destruir: con herramientas especiales a veces se recupera algo de un disco.",
    en: "Removing is not destroying: special tools can sometimes recover things from a disk.",
  },
  exported: {
    es: (p: { n: number; skipped: number }) =>
      `${count(p.n)} registros escritos; ${count(p.skipped)} sin fecha no caben en este formato.`,
    en: (p: { n: number; skipped: number }) =>
      `${count(p.n)} records written; ${count(p.skipped)} without a date do not fit this format.`,
  },
  noFinding: {
    es: (p: { id: string }) => `No hay hallazgo, lector ni regla «${p.id}».`,
    en: (p: { id: string }) => `There is no finding, reader or rule “${p.id}”.`,
  },
  shows: { es: "Muestra", en: "Shows" },
  hides: { es: "No puede mostrar", en: "Cannot show" },
  where: { es: "Dónde está", en: "Where it lies" },
  sources: { es: "Fuentes", en: "Sources" },
  why: { es: "Por qué", en: "Why" },
  otherwise: { es: "Qué más podría ser", en: "What else it could be" },
  next: { es: "Qué hacer", en: "What to do" },
  baseRate: {
    es: "Veces que salió en teléfonos sin ataque conocido",
    en: "Times it fired on phones with no known attack",
  },
  needs: { es: "Mira", en: "Looks at" },
} as const;

/** What to do for each way in which evidence could not be opened. */
export const REPAIRS: Readonly<Record<string, Words>> = {
  "evidence-unknown": {
    es: "Da la carpeta del respaldo (la que contiene Manifest.db), o un zip o tar.gz de ella.",
    en: "Give the folder of the backup (the one that holds Manifest.db), or a zip or tar.gz of it.",
  },
  "evidence-several": {
    es: "Vuelve a intentar con la ruta de uno de ellos.",
    en: "Try again with the path of one of them.",
  },
  "evidence-nested": {
    es: "Saca el respaldo de los archivos que lo envuelven, y revisa esa carpeta.",
    en: "Take the backup out of the archives around it, and check that folder.",
  },
  "backup-manifest-missing": {
    es: "La copia quedó incompleta. Copia de nuevo la carpeta entera, o haz otro respaldo.",
    en: "The copy is incomplete. Copy the whole folder again, or make another backup.",
  },
  "backup-too-old": {
    es: "Si el teléfono se puede actualizar con la ayuda de alguien, haz un respaldo nuevo después.",
    en: "If the phone can be updated with somebody's help, make a new backup afterwards.",
  },
  "backup-password-needed": {
    es: "Escribe la contraseña cuando se pida, o usa --password-file ARCHIVO (con «-» se lee de la entrada).",
    en: "Type the password when asked, or use --password-file FILE (“-” reads standard input).",
  },
  "backup-password-wrong": {
    es: "Es la contraseña que alguien eligió al activar «Encriptar respaldo local». Si nadie la recuerda, se puede hacer otro respaldo con una nueva.",
    en: "It is the password that somebody chose when turning on “Encrypt local backup”. If nobody remembers it, another backup can be made with a new one.",
  },
  "backup-keybag": {
    es: "Manifest.plist está dañado. Copia de nuevo el respaldo, o haz otro.",
    en: "Manifest.plist is damaged. Copy the backup again, or make another.",
  },
  "sqlite-header": {
    es: "Manifest.db está dañado. Copia de nuevo el respaldo, o haz otro.",
    en: "Manifest.db is damaged. Copy the backup again, or make another.",
  },
};
