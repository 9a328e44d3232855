import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Certificados agregados", en: "Added certificates" },
  shows: {
    es: "Certificados que alguien agregó y en los que el teléfono confía. Quien los tiene puede leer conexiones cifradas que pasen por su red.",
    en: "Certificates that somebody added and that the phone trusts. Whoever owns them can read encrypted connections that pass through their network.",
  },
  hides: {
    es: "Quién los agregó y cuándo, y los que se quitaron.",
    en: "Who added them and when, and those that were removed.",
  },
};

const f = {
  sha256: { es: "Huella (SHA-256)", en: "Fingerprint (SHA-256)" },
  sha1: { es: "Huella (SHA-1)", en: "Fingerprint (SHA-1)" },
  name: { es: "A nombre de", en: "In the name of" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  certificate: { sha256: { words: f.sha256 }, sha1: { words: f.sha1 }, name: { words: f.name } },
};
