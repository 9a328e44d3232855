import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lugares de la captura", en: "Places of the capture" },
  shows: {
    es: "Cuándo quien capturó estuvo en un lugar y cuándo iba de camino; dónde, solo si lo permites.",
    en: "When whoever captured was in a place and when on the way; where, only if you allow it.",
  },
  hides: {
    es: "Lo que no está en el recorrido (GPX) junto a la captura.",
    en: "What is not in the track (GPX) beside the capture.",
  },
};

const last = { words: { es: "Hasta", en: "Until" } };
const latitude = { words: { es: "Latitud", en: "Latitude" }, content: true } as const;
const longitude = { words: { es: "Longitud", en: "Longitude" }, content: true } as const;

export const fields: ArtifactFields = {
  stay: { place: { words: { es: "Número del lugar", en: "Number of the place" } }, last, latitude, longitude },
  way: { last, latitude, longitude },
};
