/** Words of a guide that travels alone. `es` is the source. @module */
import type { Lang } from "@contraluz/core";

const es = {
  dot: " punto ",
  shows: "Qué se puede ver con esto",
  call: "¿No te sale, o tienes miedo?",
  helplines: (names: string): string => `No es culpa tuya. Puede hacerlo contigo una línea de ayuda: ${names}.`,
  byName: "Búscalas por su nombre desde otro aparato. Aquí no va ningún enlace.",
  keepFile: "El archivo dice mucho de ti: no lo mandes por correo ni por chat. Pregunta antes por dónde.",
  foot: "Guía de Contraluz. Se puede reenviar tal como está.",
  card: (n: number, of: number): string => `${n} de ${of}`,
};

const en: typeof es = {
  dot: " dot ",
  shows: "What can be seen with this",
  call: "It does not work, or you are afraid?",
  helplines: (names: string): string => `It is not your fault. A helpline can do it with you: ${names}.`,
  byName: "Look them up by name on another device. There is no link here.",
  keepFile: "The file says much about you: do not send it by mail or chat. Ask first by which way.",
  foot: "Guide of Contraluz. It may be passed on as it is.",
  card: (n: number, of: number): string => `${n} of ${of}`,
};

export const ALONE: Readonly<Record<Lang, typeof es>> = { es, en };
