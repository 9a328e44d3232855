/**
 * Problems: damaged or unknown input. Parsers report them and read on; they do not throw.
 * @module
 */
import type { Origin } from "./record.ts";

export interface Problem {
  readonly code: ProblemCode;
  /** The file inside the evidence. */
  readonly path?: string;
  readonly origin?: Origin;
  /** Byte offset in the file, where it is known. */
  readonly offset?: number;
  readonly found?: string;
  readonly expected?: string;
  readonly lost: "nothing" | "bytes" | "row" | "page" | "file" | "artifact" | "evidence";
  /** How many times, when equal problems of one file were joined. */
  readonly count?: number;
  /** Index into `Result.evidence`, where a check has several: they may hold files of the same name. */
  readonly evidence?: number;
}

/** What parsers are handed to report to. */
export type Report = (p: Problem) => void;

/** Every code with its words. One idea a sentence; what it means for the person, not for us. */
export const PROBLEMS = {
  "sqlite-header": { es: "No parece una base de datos SQLite.", en: "It does not look like an SQLite database." },
  "sqlite-schema": {
    es: "El índice de tablas de la base está dañado.",
    en: "The list of tables in the database is damaged.",
  },
  "sqlite-page": {
    es: "Una página de la base está dañada. Perdimos sus filas.",
    en: "A page of the database is damaged. Its rows are lost.",
  },
  "sqlite-row": { es: "Una fila de la base está dañada.", en: "A row of the database is damaged." },
  "sqlite-wal": {
    es: "El diario de cambios (-wal) está dañado o no corresponde. Lo leímos hasta donde es válido.",
    en: "The write-ahead log (-wal) is damaged or does not belong. It was read as far as it is valid.",
  },
  "sqlite-table-missing": { es: "Falta una tabla que esperábamos.", en: "A table that we expected is missing." },
  "sqlite-column-missing": { es: "Falta una columna que esperábamos.", en: "A column that we expected is missing." },
  "sqlite-journal-hot": {
    es: "Quedó a medias un cambio (-journal). Leímos la base como estaba antes de ese cambio.",
    en: "A change was left half done (-journal). The database was read as it was before that change.",
  },
  "sqlite-deleted-limit": {
    es: "Hay más filas borradas de las que podemos guardar. Faltan algunas.",
    en: "There are more deleted rows than we can hold. Some are left out.",
  },
  "plist-damaged": { es: "La lista de propiedades está dañada.", en: "The property list is damaged." },
  "plist-limit": {
    es: "La lista de propiedades pasa de nuestros límites.",
    en: "The property list exceeds our limits.",
  },
  "archive-damaged": {
    es: "Un objeto guardado (NSKeyedArchiver) está dañado.",
    en: "A stored object (NSKeyedArchiver) is damaged.",
  },
  "segb-damaged": {
    es: "Un archivo de eventos (SEGB) está dañado.",
    en: "A file of events (SEGB) is damaged.",
  },
  "axml-damaged": {
    es: "La descripción de una app (AndroidManifest.xml) está dañada. Leímos lo que se pudo.",
    en: "The description of an app (AndroidManifest.xml) is damaged. What could be read was read.",
  },
  "apk-signature": {
    es: "No pudimos leer quién firmó una app.",
    en: "Who signed an app could not be read.",
  },
  "typedstream-damaged": {
    es: "El texto con formato de un mensaje está dañado.",
    en: "The formatted text of a message is damaged.",
  },
  "zip-directory": { es: "El índice del archivo zip está dañado.", en: "The directory of the zip file is damaged." },
  "zip-entry": { es: "Un archivo dentro del zip está dañado.", en: "A file inside the zip is damaged." },
  "zip-unsupported": {
    es: "Un archivo dentro del zip usa una forma que no sabemos abrir.",
    en: "A file inside the zip uses a form that we cannot open.",
  },
  "tar-header": { es: "El archivo tar está dañado.", en: "The tar file is damaged." },
  "gzip-damaged": {
    es: "El archivo comprimido está cortado o dañado.",
    en: "The compressed file is cut short or damaged.",
  },
  "path-unsafe": {
    es: "Un nombre de archivo intenta salir de su carpeta. No lo usamos.",
    en: "A file name tries to leave its folder. It was not used.",
  },
  bomb: {
    es: "Un archivo se expande más allá de lo razonable. No lo abrimos.",
    en: "A file expands beyond reason. It was not opened.",
  },
  "too-large": {
    es: "Un archivo pasa del tamaño que podemos leer aquí.",
    en: "A file is larger than what can be read here.",
  },
  "too-many-files": {
    es: "La lista nombra más archivos de un tipo de los que podemos leer. Leímos los primeros.",
    en: "The list names more files of a kind than can be read here. The first ones were read.",
  },
  "scratch-unavailable": {
    es: "No hay lugar de trabajo para abrir un archivo grande.",
    en: "There is no working space to open a large file.",
  },
  "host-read": { es: "El equipo no pudo leer un archivo.", en: "The computer could not read a file." },
  "evidence-unknown": {
    es: "No reconocemos esto como evidencia que sepamos leer.",
    en: "This is not evidence that we know how to read.",
  },
  "evidence-several": {
    es: "Hay varias cosas para revisar en esta carpeta. Elige una.",
    en: "There are several things to check in this folder. Choose one.",
  },
  "evidence-inside": {
    es: "Dentro hay otro archivo que sabemos leer: un registro del iPhone (sysdiagnose). Revísalo también, aparte.",
    en: "There is another file in it that we can read: an iPhone record (sysdiagnose). Check it too, by itself.",
  },
  "evidence-nested": {
    es: "Hay demasiados archivos uno dentro de otro.",
    en: "There are too many archives one inside another.",
  },
  "backup-manifest-missing": {
    es: "Falta Manifest.db: sin él no se puede leer el respaldo.",
    en: "Manifest.db is missing: without it the backup cannot be read.",
  },
  "backup-manifest-row": {
    es: "Una fila de la lista de archivos del respaldo está dañada.",
    en: "A row of the backup's list of files is damaged.",
  },
  "backup-info-missing": {
    es: "Falta un archivo que describe el respaldo.",
    en: "A file that describes the backup is missing.",
  },
  "backup-password-needed": {
    es: "El respaldo está cifrado. Hace falta su contraseña.",
    en: "The backup is encrypted. Its password is needed.",
  },
  "backup-password-wrong": { es: "Esa contraseña no abre el respaldo.", en: "That password does not open the backup." },
  "backup-keybag": { es: "Las llaves del respaldo están dañadas.", en: "The keys of the backup are damaged." },
  "backup-too-old": {
    es: "El respaldo es de un iOS anterior a 10.2. No sabemos leerlo.",
    en: "The backup is from an iOS before 10.2. We cannot read it.",
  },
  "backup-decrypted-copy": {
    es: "Es una copia ya descifrada de un respaldo cifrado.",
    en: "This is an already decrypted copy of an encrypted backup.",
  },
  "backup-body-missing": {
    es: "El archivo está en la lista del respaldo, pero su contenido no está.",
    en: "The file is in the backup's list, but its content is not there.",
  },
  "backup-body-size": {
    es: "El tamaño del archivo no es el que dice la lista del respaldo.",
    en: "The size of the file is not what the backup's list says.",
  },
  "backup-body-key": {
    es: "No pudimos abrir la llave de un archivo del respaldo.",
    en: "The key of a file in the backup could not be opened.",
  },
  "adb-backup-password-needed": {
    es: "El respaldo de Android está cifrado. Hace falta su contraseña.",
    en: "The Android backup is encrypted. Its password is needed.",
  },
  "adb-backup-password-wrong": {
    es: "Esa contraseña no abre el respaldo de Android.",
    en: "That password does not open the Android backup.",
  },
  "adb-backup-damaged": {
    es: "El respaldo de Android está dañado o cortado. Leímos lo que se pudo.",
    en: "The Android backup is damaged or cut short. What could be read was read.",
  },
  "age-key-needed": {
    es: "El archivo está cifrado con age. Hace falta su llave o su contraseña.",
    en: "The file is encrypted with age. Its key or its passphrase is needed.",
  },
  "age-key-wrong": {
    es: "Esa llave o contraseña no abre el archivo cifrado con age.",
    en: "That key or passphrase does not open the file encrypted with age.",
  },
  "age-damaged": {
    es: "El archivo cifrado con age está dañado o cortado. Leímos lo que viene antes del daño.",
    en: "The file encrypted with age is damaged or cut short. What comes before the damage was read.",
  },
  "androidqf-hash-different": {
    es: "Este archivo no es el que AndroidQF anotó: cambió después. Lo leímos, pero no lo uses como prueba sin aclararlo.",
    en: "This file is not the one that AndroidQF noted: it changed later. It was read, but clear that up before you use it as proof.",
  },
  "androidqf-hash-missing": {
    es: "AndroidQF anotó este archivo, y ya no está.",
    en: "AndroidQF noted this file, and it is no longer there.",
  },
  "androidqf-hash-none": {
    es: "AndroidQF no anotó este archivo. No se puede saber si cambió.",
    en: "AndroidQF did not note this file. Nobody can tell whether it changed.",
  },
  "androidqf-hash-list": {
    es: "Falta la lista de huellas de AndroidQF (hashes.csv), o está dañada. No se puede saber si algo cambió.",
    en: "AndroidQF's list of hashes (hashes.csv) is missing or damaged. Nobody can tell whether something changed.",
  },
  "json-damaged": {
    es: "El archivo JSON está dañado o cortado. Leímos lo que se pudo.",
    en: "The JSON file is damaged or cut short. What could be read was read.",
  },
  "json-limit": {
    es: "Una parte del archivo JSON pasa de nuestros límites. La saltamos.",
    en: "A part of the JSON file exceeds our limits. It was skipped.",
  },
  "text-damaged": {
    es: "Hay letras dañadas en un archivo de texto. Leímos lo demás.",
    en: "Letters of a text file are damaged. The rest was read.",
  },
  "capture-damaged": {
    es: "La captura está dañada o cortada. Leímos lo que se pudo.",
    en: "The capture is damaged or cut short. What could be read was read.",
  },
  "capture-fragments": {
    es: "Algunos paquetes de la captura llegaron en partes que no se pudieron juntar.",
    en: "Some packets of the capture came in parts that could not be joined.",
  },
  "capture-link": {
    es: "La captura viene de un tipo de red que no leemos.",
    en: "The capture is of a type of network that we do not read.",
  },
  "capture-limit": {
    es: "La captura pasa de nuestros límites. Falta una parte.",
    en: "The capture exceeds our limits. A part is left out.",
  },
  "scan-no-zone": {
    es: "Las horas de la lista de Bluetooth no dicen de qué zona son. Las tomamos como UTC.",
    en: "The times of the Bluetooth list do not say of which zone they are. They were taken for UTC.",
  },
  "radio-damaged": {
    es: "El registro del módem está dañado o cortado. Leímos lo que se pudo.",
    en: "The log of the modem is damaged or cut short. What could be read was read.",
  },
  "radio-twice": {
    es: "Esta captura se hizo del registro que está junto a ella. Leímos el registro, que dice más.",
    en: "This capture was made of the log beside it. The log was read, which says more.",
  },
  "dumpstate-cut": {
    es: "El informe de errores está cortado: le falta el principio o el final. Leímos lo que hay.",
    en: "The bug report is cut short: its beginning or its end is missing. What is there was read.",
  },
  "dumpstate-torn": {
    es: "En medio de una parte del informe de errores empieza otra. Lo que sigue pudo quedar sin leer.",
    en: "In the middle of a part of the bug report another one begins. What follows may not have been read.",
  },
  "dumpstate-timeout": {
    es: "El teléfono no terminó de escribir una parte del informe de errores.",
    en: "The phone did not finish writing a part of the bug report.",
  },
  "log-damaged": {
    es: "Una parte del registro del sistema está dañada. Leímos lo demás.",
    en: "A part of the system log is damaged. The rest was read.",
  },
  "log-limit": {
    es: "El registro del sistema pasa de nuestros límites. Falta una parte.",
    en: "The system log exceeds our limits. A part is left out.",
  },
  "stix-object": {
    es: "Una señal publicada está mal escrita. La saltamos.",
    en: "A published sign is malformed. It was skipped.",
  },
  "stix-pattern": {
    es: "Una señal publicada usa una forma que no sabemos comparar.",
    en: "A published sign uses a form that we cannot compare.",
  },
  "indicator-value": {
    es: "El valor de una señal publicada no es válido.",
    en: "The value of a published sign is not valid.",
  },
  "indicator-file": { es: "El archivo de señales no se pudo leer.", en: "The file of signs could not be read." },
  "lookup-limit": {
    es: "Una tabla auxiliar es demasiado grande. Quedaron datos sin relacionar.",
    en: "An auxiliary table is too large. Some data could not be related.",
  },
  "record-limit": {
    es: "Un registro es demasiado grande. Guardamos su primera parte.",
    en: "A record is too large. Its first part was kept.",
  },
  "artifact-value": {
    es: "Un registro tiene un valor que no entendemos.",
    en: "A record has a value that we do not understand.",
  },
  "artifact-failed": {
    es: "Un lector falló en este archivo. Es un error nuestro; lo demás se leyó.",
    en: "A reader failed on this file. It is our error; the rest was read.",
  },
  "findings-limit": {
    es: "Hay demasiados hallazgos iguales. Guardamos los primeros.",
    en: "There are too many findings of a kind. The first ones were kept.",
  },
  "rule-budget": {
    es: "Una regla no pudo revisar todo: hay demasiados datos.",
    en: "A rule could not look at everything: there is too much data.",
  },
  "rule-failed": {
    es: "Una regla falló. Es un error nuestro; las demás revisaron todo.",
    en: "A rule failed. It is our error; the others looked at everything.",
  },
  "problems-limit": {
    es: "Hay más problemas en este archivo de los que anotamos.",
    en: "There are more problems in this file than we noted.",
  },
  "case-damaged": {
    es: "Un archivo del caso está dañado o alguien lo cambió.",
    en: "A file of the case is damaged, or somebody changed it.",
  },
  "pack-damaged": {
    es: "El paquete no está completo o alguien lo cambió. No guardamos nada de él.",
    en: "The pack is not whole, or somebody changed it. Nothing of it was kept.",
  },
  "case-key": {
    es: "Esta llave no abre el caso.",
    en: "This key does not open the case.",
  },
  "document-damaged": {
    es: "Un documento está cortado o dañado.",
    en: "A document is cut short or damaged.",
  },
  "document-locked": {
    es: "Un documento pide una contraseña que no tenemos.",
    en: "A document asks for a password that we do not have.",
  },
  "document-part": {
    es: "No pudimos leer una parte de un documento.",
    en: "A part of a document could not be read.",
  },
  "document-kind": {
    es: "No sabemos leer documentos de esta clase.",
    en: "Documents of this kind cannot be read here.",
  },
  "page-slow": {
    es: "Una página tardó demasiado. La dejamos sin leer.",
    en: "A page took too long. It was left unread.",
  },
  "ocr-missing": {
    es: "Falta el programa que lee letras en imágenes, o su idioma.",
    en: "The program that reads letters in pictures is missing, or its language.",
  },
  "ocr-failed": {
    es: "El programa que lee letras en imágenes falló en una página.",
    en: "The program that reads letters in pictures failed on a page.",
  },
  "case-busy": {
    es: "Otro programa está escribiendo en este caso.",
    en: "Another program is writing to this case.",
  },
  "lab-damaged": {
    es: "Un archivo del laboratorio está dañado o alguien lo cambió.",
    en: "A file of the lab is damaged, or somebody changed it.",
  },
  "lab-busy": {
    es: "Otro programa está escribiendo en este laboratorio.",
    en: "Another program is writing to this lab.",
  },
  "lab-secret": {
    es: "El secreto no es el de este laboratorio.",
    en: "The secret is not the one of this lab.",
  },
  "lab-engine": {
    es: "El servidor que busca en el laboratorio falló o no contestó. No hay respuesta, ni a medias.",
    en: "The server that searches the lab failed or did not answer. There is no answer, not even in part.",
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A caller's mistake, or evidence that cannot be opened at all. `problem` says what a person should read. */
export class ContraluzError extends Error {
  readonly code: ProblemCode | "usage" | "cancelled";
  readonly problem?: Problem;
  constructor(code: ProblemCode | "usage" | "cancelled", message: string, problem?: Problem) {
    super(message);
    this.name = "ContraluzError";
    this.code = code;
    if (problem) this.problem = problem;
  }
}

/**
 * What the host says of a failure, without its words: those name paths of this computer, and differ between computers.
 * `EIO`, `ENOENT`; in a browser `NotReadableError`.
 */
export function hostCode(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z0-9_]{2,40}$/.test(code) ? code : error.name;
}
