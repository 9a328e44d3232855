import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Dónde se hizo la grabación de la red", en: "Where the recording of the network was made" },
  shows: {
    es: "Cuándo se anotó una posición junto a la grabación; el lugar mismo, si lo permites.",
    en: "When a position was noted beside the recording; the place itself only if you allow it.",
  },
  hides: {
    es: "Dónde está la antena: la posición es de quien grabó.",
    en: "Where the cell is: the position is of whoever recorded.",
  },
};

export const fields: ArtifactFields = {
  place: {
    clock: { words: { es: "Reloj de la hora", en: "Clock of the time" } },
    latitude: { words: { es: "Latitud", en: "Latitude" }, content: true },
    longitude: { words: { es: "Longitud", en: "Longitude" }, content: true },
  },
};
