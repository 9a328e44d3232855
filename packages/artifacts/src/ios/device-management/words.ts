import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Administración del iPhone (MDM)", en: "Management of the iPhone (MDM)" },
  shows: {
    es: "Si una organización administra el iPhone, desde qué servidor, y con qué perfil. Quien administra puede instalar apps, ver cuáles hay y borrar el iPhone.",
    en: "Whether an organisation manages the iPhone, from which server, and with which profile. Whoever manages it can install apps, see which there are and erase the iPhone.",
  },
  hides: {
    es: "Qué hizo quien administra, y administraciones que ya se quitaron.",
    en: "What whoever manages it did, and managements that are gone by now.",
  },
};

const f = {
  profile: { es: "Identificador del perfil", en: "Identifier of the profile" },
  server: { es: "Servidor", en: "Server" },
  checkin: { es: "Servidor de registro", en: "Server of enrolment" },
  topic: { es: "Tema de los avisos", en: "Topic of the notices" },
  rights: { es: "Permisos (número)", en: "Rights (number)" },
  organized: { es: "Inscrito por una organización desde fábrica", en: "Enrolled by an organisation from the factory" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  management: {
    profile: { words: f.profile },
    server: { words: f.server },
    checkin: { words: f.checkin },
    topic: { words: f.topic },
    rights: { words: f.rights },
    organized: { words: f.organized },
  },
};
