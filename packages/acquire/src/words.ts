/** What a live collection says: its steps, what stopped it, what it could not take. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { AcquireCode } from "./errors.ts";
import type { StepId } from "./session.ts";
import type { ShortCode } from "./state.ts";

export const STEP: Readonly<Record<StepId, Words>> = {
  about: { es: "Preguntando al celular qué modelo es", en: "Asking the phone which model it is" },
  processes: { es: "Leyendo los programas que corren", en: "Reading the programs that run" },
  logcat: { es: "Leyendo los registros recientes", en: "Reading the recent logs" },
  system: { es: "Leyendo los datos del sistema", en: "Reading facts about the system" },
  settings: { es: "Leyendo los ajustes", en: "Reading the settings" },
  packages: { es: "Calculando las huellas de las apps", en: "Fingerprinting the apps" },
  dumpsys: { es: "Leyendo el estado de los servicios", en: "Reading the state of the services" },
  backup: {
    es: "Esperando los mensajes: acéptalo en el celular",
    en: "Waiting for the messages: accept it on the phone",
  },
  intrusion: { es: "Buscando registros de intrusión", en: "Looking for intrusion logs" },
  bugreport: {
    es: "Esperando el informe de errores (varios minutos)",
    en: "Waiting for the bug report (some minutes)",
  },
  files: { es: "Leyendo la lista de archivos", en: "Reading the list of files" },
  logs: { es: "Copiando registros y archivos temporales", en: "Copying logs and temporary files" },
  apks: { es: "Copiando las apps", en: "Copying the apps" },
  end: { es: "Terminando", en: "Finishing" },
};

/** What happened, and what to do. */
export const FAILURE: Readonly<Record<AcquireCode, Words>> = {
  "no-server": {
    es: "El programa adb no está corriendo en este equipo. Escribe: adb start-server. Si no lo tienes, se instala con las «platform-tools» de Android.",
    en: "The program adb is not running on this computer. Type: adb start-server. If you do not have it, it comes with Android's “platform-tools”.",
  },
  "no-phone": {
    es: "No vemos ningún celular. Conéctalo con su cable, desbloquéalo y activa «Depuración por USB» en las opciones de desarrollador.",
    en: "We see no phone. Connect it with its cable, unlock it and turn on “USB debugging” in the developer options.",
  },
  several: {
    es: "Hay más de un celular conectado. Deja uno, o di cuál.",
    en: "More than one phone is connected. Leave one, or say which.",
  },
  "not-allowed": {
    es: "El celular no dio permiso. Desbloquéalo, y cuando pregunte toca «Permitir». No marques «Permitir siempre». Luego repite.",
    en: "The phone gave no permission. Unlock it, and when it asks tap “Allow”. Do not tick “Always allow”. Then repeat.",
  },
  busy: {
    es: "Otro programa de este equipo usa el celular. Ciérralo (adb kill-server) y repite.",
    en: "Another program of this computer uses the phone. Close it (adb kill-server) and repeat.",
  },
  connect: {
    es: "No pudimos conectarnos al celular. Revisa el cable, que esté desbloqueado, y la dirección.",
    en: "We could not connect to the phone. Check the cable, that it is unlocked, and the address.",
  },
  lost: {
    es: "El celular se desconectó. Lo que ya copiamos se queda. Conéctalo otra vez y repite la misma orden: sigue donde iba.",
    en: "The phone was disconnected. What was copied stays. Connect it again and repeat the same command: it goes on from there.",
  },
  cancelled: {
    es: "Detenido. Lo que ya copiamos se queda. La misma orden sigue donde iba.",
    en: "Stopped. What was copied stays. The same command goes on from there.",
  },
  "other-phone": {
    es: "En esa carpeta hay una copia a medias de otro celular. Elige otra carpeta.",
    en: "That folder holds an unfinished copy of another phone. Choose another folder.",
  },
  "too-old": {
    es: "Este Android es demasiado viejo para copiarlo así. Haz un informe de errores en el celular y revisa ese archivo.",
    en: "This Android is too old to be copied this way. Make a bug report on the phone and check that file.",
  },
  wrong: {
    es: "El celular respondió algo que ningún Android responde. No seguimos. Pide ayuda a una línea de ayuda.",
    en: "The phone answered something that no Android answers. We do not go on. Ask a helpline for help.",
  },
  broken: {
    es: "Se cortó la conexión con el celular. Repite la misma orden.",
    en: "The connection to the phone broke. Repeat the same command.",
  },
  stalled: {
    es: "El celular dejó de responder. Repite la misma orden.",
    en: "The phone stopped answering. Repeat the same command.",
  },
};

interface What {
  readonly what: string;
}

/** What is not in the copy, or not as it should be. */
export const SHORT: Readonly<Record<ShortCode, Words<What>>> = {
  broken: {
    es: (p) => `${p.what}: se cortó. Guardamos lo que llegó.`,
    en: (p) => `${p.what}: it broke off. What came was kept.`,
  },
  stalled: {
    es: (p) => `${p.what}: el celular dejó de responder. Guardamos lo que llegó.`,
    en: (p) => `${p.what}: the phone stopped answering. What came was kept.`,
  },
  cut: {
    es: (p) => `${p.what}: el celular no lo dio entero.`,
    en: (p) => `${p.what}: the phone did not give all of it.`,
  },
  refused: { es: (p) => `${p.what}: el celular no lo da.`, en: (p) => `${p.what}: the phone does not give it.` },
  empty: { es: (p) => `${p.what}: está vacío.`, en: (p) => `${p.what}: it is empty.` },
  limit: {
    es: (p) => `${p.what}: pasa de nuestros límites. Falta una parte.`,
    en: (p) => `${p.what}: it exceeds our limits. A part is left out.`,
  },
  changed: {
    es: (p) => `${p.what}: no es igual a lo que el celular dijo un momento antes. Enséñaselo a quien te ayude.`,
    en: (p) => `${p.what}: it is not what the phone said a moment before. Show this to whoever helps you.`,
  },
  declined: {
    es: (p) => `${p.what}: en el celular no se aceptó, o no hay mensajes.`,
    en: (p) => `${p.what}: it was not accepted on the phone, or there are no messages.`,
  },
  name: {
    es: (p) => `${p.what}: una app con un nombre que Android no permite.`,
    en: (p) => `${p.what}: an app with a name that Android does not allow.`,
  },
  "not-offered": {
    es: (p) => `${p.what}: este celular no lo ofrece ahora.`,
    en: (p) => `${p.what}: this phone does not offer it now.`,
  },
  left: {
    es: (p) => `En el celular quedó una copia del informe de errores: ${p.what}. No la borramos.`,
    en: (p) => `A copy of the bug report stayed on the phone: ${p.what}. We do not delete it.`,
  },
};

/** What a live collection does and leaves, said before it begins. */
export const BEFORE: Words = {
  es: "Vamos a copiar datos del celular a esta computadora. En el celular no instalamos ni cambiamos nada.\nHazlo solo si el celular es tuyo, o si su dueña o dueño está contigo y está de acuerdo. El celular tiene que estar desbloqueado.",
  en: "We are going to copy data from the phone to this computer. On the phone we install and change nothing.\nDo it only if the phone is yours, or if its owner is with you and agrees. The phone has to be unlocked.",
};

/** What it left on the phone, said at the end. */
export const AFTER: Words = {
  es: "En el celular queda el permiso de esta computadora. Para quitarlo: Opciones de desarrollador › Revocar autorizaciones de depuración por USB. Luego apaga «Depuración por USB».",
  en: "On the phone the permission of this computer remains. To take it away: Developer options › Revoke USB debugging authorizations. Then turn off “USB debugging”.",
};

export const TAKEN: Words<{ readonly files: number; readonly bytes: number }> = {
  es: (p) => `Copiamos ${count(p.files)} ${plural(p.files, "archivo", "archivos")}, ${megabytes(p.bytes)}.`,
  en: (p) => `We copied ${count(p.files)} ${plural(p.files, "file", "files")}, ${megabytes(p.bytes)}.`,
};

/** `12 MB`; as a person counts them, in both languages. */
export function megabytes(bytes: number): string {
  return `${count(Math.max(1, Math.round(bytes / 1e6)))} MB`;
}
