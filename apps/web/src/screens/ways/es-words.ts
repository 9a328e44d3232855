/** Spanish, the source. @module */
import type { KindId, Need } from "../../kinds.ts";

interface KindText {
  readonly name: string;
  readonly about: string;
}

const kinds: Readonly<Record<KindId, KindText>> = {
  notice: {
    name: "¿Te llegó un aviso de Apple, Google o WhatsApp?",
    about: "Cómo saber si es verdadero, y qué hacer antes de que pasen los días.",
  },
  "privacy-report": {
    name: "El informe de privacidad de las apps",
    about: "Un archivo pequeño que el iPhone escribe por sí mismo: qué app usó el micrófono y con quién se conectó.",
  },
  sysdiagnose: {
    name: "Un registro del iPhone (sysdiagnose)",
    about: "Qué programas corrieron en los últimos días. No lleva tus fotos ni el texto de tus mensajes.",
  },
  "ios-backup": {
    name: "Un respaldo del iPhone en una computadora",
    about: "Es lo que más lejos ve: mensajes, páginas, permisos y uso de la red de meses o años.",
  },
  "intrusion-logs": {
    name: "Los registros de protección avanzada de Android",
    about: "Si la protección avanzada estaba activa, el teléfono guardó señales para un caso así.",
  },
  "android-bugreport": {
    name: "Un informe de errores de Android",
    about: "El teléfono lo escribe por sí mismo. Muestra apps, permisos y lo que corrió hace poco.",
  },
  androidqf: {
    name: "Revisar el Android por cable",
    about: "Con una computadora se ve más: la firma de cada app, archivos y ajustes. También lee copias de AndroidQF.",
  },
  capture: {
    name: "Un rato de tu red guardado en un archivo",
    about: "Qué aparatos hablan en tu casa u oficina, si uno parece una cámara, y con quién habla tu teléfono.",
  },
  "saved-result": { name: "Un resultado guardado", about: "Lo que esta página o el programa guardó antes." },
};

const needs: Readonly<Record<Need, string>> = {
  computer: "una computadora",
  cable: "el cable",
  space: "espacio libre",
  time: "más tiempo",
};

export const es = {
  title: "Los caminos, del más ligero al más pesado",
  intro: "Empieza por el primero que puedas. Si puedes hacer dos, mejor.",
  now: "Puedes hacerlo ahora",
  lacks: "Te falta algo",
  missing: (what: string): string => `Falta: ${what}.`,
  later: "Para guardar hoy y revisar después",
  laterMore:
    "Contraluz todavía no lee estos archivos. Sirven igual: una línea de ayuda puede leerlos con otras herramientas. Sácalos antes de borrar o actualizar el teléfono.",
  onPhone: "Con el puro celular",
  onPhoneMore:
    "Aquí puedes saber si un aviso es verdadero, y revisar dos archivos que el iPhone escribe por sí mismo: el informe de privacidad y un registro (sysdiagnose). Si puedes hacer uno, haz el registro, antes de reiniciar o actualizar: de los dos es el que más ve. Para revisar un respaldo hace falta una computadora, aunque sea prestada por una tarde.",
  onAndroidMore:
    "Aquí puedes saber si un aviso es verdadero, y revisar dos archivos que el teléfono escribe por sí mismo: el informe de errores y, si lo tenías encendido, los registros de la protección avanzada. Por cable, con una computadora, se ve más.",
  stalker: "Si crees que te vigila alguien cercano",
  stalkerMore:
    "No quites ninguna app todavía: quien la puso puede notarlo. Primero guarda el archivo, y habla con una línea de ayuda desde otro teléfono.",
  size: (from: string, to: string): string => `de ${from} a ${to}`,
  noSize: "sin archivo",
  minutes: (from: number, to: number, waiting: boolean): string =>
    `de ${from} a ${to} minutos${waiting ? ", casi todo espera" : ""}`,
  hours: (from: number, to: number): string => `de ${from} minutos a ${to} horas, casi todo espera`,
  kinds,
  needs,
  helper: "¿Nada de esto te sirve?",
  helperMore: "Habla con una persona: puede hacerlo contigo, o por ti.",
  have: "Ya tengo un respaldo",
  haveCopy: "Ya tengo un archivo o una copia",
};
