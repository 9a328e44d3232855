import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Claves de conexiones cifradas", en: "Keys of encrypted connections" },
  shows: {
    es: "Si junto a la captura hay claves que abren lo cifrado, y cuántas conexiones se abrieron con ellas.",
    en: "Whether keys lie beside the capture that open what is encrypted, and how many connections they opened.",
  },
  hides: {
    es: "Las claves mismas: no se guardan. Sin tu permiso no se usan.",
    en: "The keys themselves: they are not kept. Without your leave they are not used.",
  },
};

export const fields: ArtifactFields = {
  keys: {
    used: { words: { es: "Se usaron", en: "They were used" } },
    connections: { words: { es: "Conexiones de las que hay claves", en: "Connections of which there are keys" } },
    opened: { words: { es: "Conexiones que se abrieron", en: "Connections that were opened" } },
    packed: {
      words: {
        es: "Conexiones abiertas cuyos certificados venían comprimidos y no se leyeron",
        en: "Opened connections whose certificates came compressed and were not read",
      },
    },
    failed: { words: { es: "Conexiones que sus claves no abrieron", en: "Connections that their keys did not open" } },
  },
};
