/** Gaps in words: what is missing, why, and how to see it. @module */
import type { Lang, ReadState, Verdict } from "@contraluz/core";
import type { KindWords } from "../answer/kind-words.ts";
import type { Step } from "../answer/words.ts";

export type GapState = Verdict["gaps"][number]["state"];

export interface GapWords {
  /** States of a place, as they stand in a table. */
  readonly state: Readonly<Record<ReadState, string>>;
  /** Beside the number of windows: `22 leídos`. */
  readonly counted: Readonly<Record<ReadState, (n: number) => string>>;
  readonly rule: Readonly<Record<"rule-partly" | "rule-gated", string>>;
  /** Beside a place that is what another tool said. */
  readonly secondHand: string;
  /** A group of gaps: its heading and how to close it. */
  readonly close: Readonly<Record<GapState, (k: KindWords) => Step>>;
  readonly noPassword: Step;
  readonly noPasswordMore: Step;
  /** What a kind of evidence can never hold. */
  readonly never: { readonly [kind: string]: Step };
  /** Files that are not the ones that whoever collected them noted down; those that are gone. */
  readonly changed: Step;
  readonly gone: Step;
  readonly noSigns: Step;
  readonly fewSigns: Step;
  readonly repair: Step;
}

const es: GapWords = {
  state: {
    read: "leído",
    partly: "en parte",
    absent: "no está",
    unreadable: "dañado, no se pudo abrir",
    "not-consented": "sin tu permiso",
    "not-in-this-kind": "no viene en este tipo de archivo",
    "not-asked": "no se pidió",
  },
  counted: {
    read: (n): string => (n === 1 ? "leído" : "leídos"),
    partly: (): string => "en parte",
    absent: (n): string => (n === 1 ? "no está" : "no están"),
    unreadable: (n): string => (n === 1 ? "dañado" : "dañados"),
    "not-consented": (): string => "sin tu permiso",
    "not-in-this-kind": (n): string => (n === 1 ? "no viene aquí" : "no vienen aquí"),
    "not-asked": (n): string => (n === 1 ? "no se pidió" : "no se pidieron"),
  },
  secondHand: "lo dijo otra herramienta",
  rule: { "rule-partly": "regla aplicada en parte", "rule-gated": "regla que no vale para esta versión" },
  close: {
    read: (): Step => ({ what: "Leído", why: "" }),
    partly: (k): Step => ({
      what: "Leídos en parte",
      why: `Una parte está dañada o es demasiado grande. ${k.another} suele traerla.`,
    }),
    absent: (k): Step => ({
      what: `No están en ${k.this}`,
      why: k.absent,
    }),
    unreadable: (k): Step => ({ what: "Dañados", why: `No los pudimos abrir. ${k.another} suele arreglarlo.` }),
    "not-consented": (): Step => ({
      what: "Sin tu permiso",
      why: "Está bien así. Si cambias de opinión, da permiso y repite la revisión.",
    }),
    "not-in-this-kind": (k): Step => ({
      what: `No vienen en ${k.this}`,
      why: `Hace falta otro tipo de archivo, como ${k.other}.`,
    }),
    "not-asked": (): Step => ({
      what: "No se pidieron en esta revisión",
      why: "Repite la revisión sin dejar lugares fuera.",
    }),
    "rule-partly": (): Step => ({
      what: "Reglas aplicadas en parte",
      why: "Había demasiados datos, o hubo un error nuestro. Lo que sí miraron cuenta; el resto quedó sin mirar.",
    }),
    "second-hand": (): Step => ({
      what: "Lo que hay lo dijo otra herramienta",
      why: "No leímos el celular ni su respaldo. Revisa aquí el respaldo mismo, si lo tienes.",
    }),
    "rule-gated": (): Step => ({
      what: "Reglas que no valen para esta versión del sistema",
      why: "En esta versión el teléfono ya no guarda ese rastro, o lo guarda de otro modo. No se puede cerrar.",
    }),
  },
  noPassword: {
    what: "Tu respaldo no tiene contraseña y faltan lugares",
    why: "No es un error tuyo. Unos son de apps que quizá no usas. Otros, como llamadas y páginas de Safari, Apple los guarda en respaldos con contraseña y en ningún otro. Haz uno con contraseña y verás más.",
  },
  noPasswordMore: {
    what: "Tu respaldo no tiene contraseña: uno con contraseña muestra más",
    why: "No es un error tuyo. Apple guarda llamadas, páginas de Safari y otros datos en respaldos con contraseña y en ningún otro. Haz uno con contraseña y revísalo también.",
  },
  never: {
    "android-bugreport": {
      what: "Lo que un informe de errores nunca trae",
      why: "Los mensajes, las fotos y los archivos de las apps. Lo que junta AndroidQF trae las apps mismas, y muestra más.",
    },
    androidqf: {
      what: "Lo que AndroidQF nunca trae",
      why: "Lo que cada app guarda para sí, y lo que un programa espía con control total esconde.",
    },
    "adb-backup": {
      what: "Lo que este respaldo nunca trae",
      why: "Las apps instaladas, sus permisos y lo que corría. Están en un informe de errores y en lo que junta AndroidQF.",
    },
    "intrusion-logs": {
      what: "Lo que este registro nunca trae",
      why: "Lo de antes de encenderlo, y los mensajes. Un informe de errores muestra las apps y sus permisos.",
    },
    capture: {
      what: "Lo que una captura nunca trae",
      why: "Lo que va cifrado por dentro, lo que salió por otra red o por el chip, y lo de otras horas.",
    },
    "radio-capture": {
      what: "Lo que una grabación de la red celular nunca trae",
      why: "Lo que pasa dentro del teléfono, y antenas que nadie grabó. De 3G y 5G, y de la señal, aquí se cuenta cuánto hay, y no se lee.",
    },
    "ios-crash-reports": {
      what: "Lo que esta carpeta nunca trae",
      why: "Todo lo que no falló. Un registro del iPhone (sysdiagnose) y un respaldo con contraseña muestran más.",
    },
    "ios-backup": {
      what: "Lo que un respaldo nunca trae",
      why: "El diario de apagado y los fallos de programas. Están en un registro del iPhone (sysdiagnose).",
    },
    sysdiagnose: {
      what: "Lo que un registro del iPhone nunca trae",
      why: "Mensajes, llamadas, contactos y páginas visitadas. Están en un respaldo con contraseña.",
    },
    "privacy-report": {
      what: "Lo que este informe nunca trae",
      why: "Lo que hacen los programas de adentro del sistema, y lo de hace más de siete días. Un registro del iPhone (sysdiagnose) y un respaldo con contraseña muestran más.",
    },
  },
  changed: {
    what: "Hay archivos que no son los que AndroidQF anotó",
    why: "Cambiaron después de juntarlos. Puede ser una copia mal hecha, o que alguien los tocó. Los leímos igual. Pide la copia original y revísala, antes de usar esto como prueba.",
  },
  gone: {
    what: "AndroidQF anotó archivos que ya no están",
    why: "Un antivirus suele quitar las apps que vigilan. También puede faltar una parte de la copia. Pide la copia original, sin pasarla por un antivirus.",
  },
  noSigns: {
    what: "Faltó una lista de señales publicadas",
    why: "Sin lista no hay con qué comparar. Repite la revisión con una.",
  },
  fewSigns: {
    what: "Comparamos con las señales incluidas y con ninguna lista más",
    why: "Ahí no están los enlaces de ataque ni las apps para vigilar a la pareja. Añade listas publicadas: en la página, donde eliges el archivo; en la terminal, con --indicators.",
  },
  repair: { what: "Algo del archivo no se pudo leer", why: "Haz otro y repite. Guarda también este." },
};

const en: GapWords = {
  state: {
    read: "read",
    partly: "partly",
    absent: "not there",
    unreadable: "damaged, could not be opened",
    "not-consented": "not allowed by you",
    "not-in-this-kind": "does not come in this kind of file",
    "not-asked": "not asked for",
  },
  counted: {
    read: (): string => "read",
    partly: (): string => "partly",
    absent: (): string => "not there",
    unreadable: (): string => "damaged",
    "not-consented": (): string => "not allowed by you",
    "not-in-this-kind": (n): string => (n === 1 ? "does not come here" : "do not come here"),
    "not-asked": (): string => "not asked for",
  },
  secondHand: "another tool said so",
  rule: { "rule-partly": "rule applied partly", "rule-gated": "rule that does not hold for this version" },
  close: {
    read: (): Step => ({ what: "Read", why: "" }),
    partly: (k): Step => ({
      what: "Read partly",
      why: `One part is damaged or too large. ${k.another} usually has it.`,
    }),
    absent: (k): Step => ({
      what: `Not in ${k.this}`,
      why: k.absent,
    }),
    unreadable: (k): Step => ({ what: "Damaged", why: `We could not open them. ${k.another} usually solves it.` }),
    "not-consented": (): Step => ({
      what: "Not allowed by you",
      why: "That is fine. If you change your mind, allow it and repeat the check.",
    }),
    "not-in-this-kind": (k): Step => ({
      what: `They do not come in ${k.this}`,
      why: `It takes another kind of file, such as ${k.other}.`,
    }),
    "not-asked": (): Step => ({
      what: "Not asked for in this check",
      why: "Repeat the check without leaving places out.",
    }),
    "rule-partly": (): Step => ({
      what: "Rules applied partly",
      why: "There was too much data, or an error of ours. What they looked at counts; the rest was not looked at.",
    }),
    "second-hand": (): Step => ({
      what: "What is here another tool said",
      why: "We read neither the phone nor its backup. Check the backup itself here, if you have it.",
    }),
    "rule-gated": (): Step => ({
      what: "Rules that do not hold for this version of the system",
      why: "In this version the phone no longer keeps this trace, or keeps it in another way. It cannot be closed.",
    }),
  },
  noPassword: {
    what: "Your backup has no password and places are missing",
    why: "It is not your mistake. Some belong to apps that you may not use. Others, such as calls and Safari pages, Apple keeps in backups with a password and in no others. Make one with a password and you will see more.",
  },
  noPasswordMore: {
    what: "Your backup has no password: one with a password shows more",
    why: "It is not your mistake. Apple keeps calls, Safari pages and other data in backups with a password and in no others. Make one with a password and check it too.",
  },
  never: {
    "android-bugreport": {
      what: "What a bug report never has",
      why: "Messages, photos and the files of apps. What AndroidQF collects has the apps themselves, and shows more.",
    },
    androidqf: {
      what: "What AndroidQF never has",
      why: "What each app keeps for itself, and what a spyware with full control hides.",
    },
    "adb-backup": {
      what: "What this backup never has",
      why: "The installed apps, their permissions and what was running. A bug report and what AndroidQF collects have them.",
    },
    "intrusion-logs": {
      what: "What this log never has",
      why: "What was before it was turned on, and messages. A bug report shows the apps and their permissions.",
    },
    capture: {
      what: "What a capture never holds",
      why: "What is inside encrypted connections, what went over another network or the SIM, and other hours.",
    },
    "radio-capture": {
      what: "What a recording of a mobile network never holds",
      why: "What happens within the phone, and cells that nobody recorded. Of 3G and 5G, and of the signal, we count how much there is, and do not read it.",
    },
    "ios-crash-reports": {
      what: "What this folder never holds",
      why: "All that did not crash. An iPhone record (sysdiagnose) and a backup with a password show more.",
    },
    "ios-backup": {
      what: "What a backup never holds",
      why: "The shutdown log and the crashes of programs. They are in an iPhone record (sysdiagnose).",
    },
    sysdiagnose: {
      what: "What an iPhone record never holds",
      why: "Messages, calls, contacts and pages visited. They are in a backup with a password.",
    },
    "privacy-report": {
      what: "What this report never holds",
      why: "What programs inside the system do, and what is older than seven days. An iPhone record (sysdiagnose) and a backup with a password show more.",
    },
  },
  changed: {
    what: "Some files are not the ones that AndroidQF noted",
    why: "They changed after they were collected. It may be a bad copy, or someone touched them. They were read all the same. Ask for the original copy and check it, before you use this as proof.",
  },
  gone: {
    what: "AndroidQF noted files that are no longer there",
    why: "An antivirus often removes apps that watch. A part of the copy may also be missing. Ask for the original copy, without passing it through an antivirus.",
  },
  noSigns: {
    what: "A list of published signs was missing",
    why: "Without a list there is nothing to compare with. Repeat the check with one.",
  },
  fewSigns: {
    what: "We compared with the built-in signs and with no other list",
    why: "They hold no attack links and no apps for watching a partner. Add published lists: on the page, where you choose the file; in the terminal, with --indicators.",
  },
  repair: { what: "Some of the file could not be read", why: "Make another one and repeat. Keep this one too." },
};

export const GAPS: Readonly<Record<Lang, GapWords>> = { es, en };
