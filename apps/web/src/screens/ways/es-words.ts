/** Spanish, the source. @module */
import type { KindId, Need } from "../../kinds.ts";

interface KindText {
  readonly name: string;
  readonly about: string;
}

const kinds: Readonly<Record<KindId, KindText>> = {
  notice: {
    name: "Un aviso de Apple, Google o WhatsApp",
    about: "Cómo saber si es verdadero, y qué hacer antes de que pasen los días.",
  },
  "privacy-report": {
    name: "El informe de privacidad de las apps",
    about: "Un archivo pequeño que el iPhone escribe solo: qué app usó el micrófono y con quién se conectó.",
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
    about: "El teléfono lo escribe solo. Muestra apps, permisos y lo que corrió hace poco.",
  },
  androidqf: {
    name: "Una copia con AndroidQF",
    about: "Por cable, con ayuda de una persona que lo conozca.",
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
  later: "Contraluz todavía no lo lee",
  laterMore:
    "Estos archivos también sirven. Una línea de ayuda puede leerlos con otras herramientas. Guárdalos antes de borrar o actualizar el teléfono.",
  size: (from: string, to: string): string => (from === to ? to : `de ${from} a ${to}`),
  noSize: "sin archivo",
  minutes: (from: number, to: number): string => `de ${from} a ${to} minutos, casi todo espera`,
  kinds,
  needs,
  helper: "¿Nada de esto te sirve? Habla con una persona: pueden hacerlo contigo.",
  have: "Ya tengo el archivo",
};
