import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Llamadas", en: "Calls" },
  shows: {
    es: "Quién llamó o a quién se llamó, cuándo, cuánto duró y si se contestó. También FaceTime y las apps que lo avisan a iOS.",
    en: "Who called or was called, when, for how long, and whether it was answered. Also FaceTime, and apps that tell iOS.",
  },
  hides: {
    es: "Casi todas las llamadas borradas, las de apps que no avisan a iOS, y lo que se dijo. Un respaldo sin contraseña no las trae.",
    en: "Nearly all deleted calls, those of apps that do not tell iOS, and what was said. A backup without a password does not hold them.",
  },
};

const f = {
  outgoing: { es: "La hizo este teléfono", en: "Made by this phone" },
  answered: { es: "Se contestó", en: "Was answered" },
  with: { es: "Con quién", en: "With whom" },
  also: { es: "Otras personas en la llamada", en: "Others in the call" },
  duration: { es: "Duración", en: "Duration" },
  service: { es: "Servicio", en: "Service" },
  type: { es: "Tipo (número de iOS)", en: "Type (number of iOS)" },
  category: { es: "Clase (número de iOS)", en: "Category (number of iOS)" },
  country: { es: "País del número", en: "Country of the number" },
  place: { es: "Lugar del número", en: "Place of the number" },
  cause: { es: "Por qué terminó (número de iOS)", en: "Why it ended (number of iOS)" },
  name: { es: "Nombre", en: "Name" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  call: {
    outgoing: { words: f.outgoing },
    answered: { words: f.answered },
    with: { words: f.with },
    also: { words: f.also },
    duration: { words: f.duration, unit: "s" },
    service: { words: f.service },
    type: { words: f.type },
    category: { words: f.category },
    country: { words: f.country },
    place: { words: f.place },
    cause: { words: f.cause },
    name: { words: f.name, content: true },
  },
};
