import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Instalaciones y borrados de apps", en: "Installations and removals of apps" },
  shows: {
    es: "Qué apps se instalaron o se borraron hace poco, a qué hora, quién lo pidió y de qué dirección vino el archivo.",
    en: "Which apps were installed or removed of late, at what time, who asked for it, and from which address the file came.",
  },
  hides: {
    es: "Lo anterior: el teléfono guarda pocos días. Los borrados solo los anotan algunos teléfonos, como los de Samsung.",
    en: "What was before: the phone keeps a few days. Only some phones note removals, such as Samsung's.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  action: { es: "Qué pasó", en: "What happened" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  by: { es: "Quién lo pidió", en: "Who asked for it" },
  initiator: { es: "Quién inició la instalación", en: "Who began the installation" },
  originator: { es: "De qué app vino el archivo", en: "App that the file came from" },
  from: { es: "Dirección del archivo", en: "Address of the file" },
  referrer: { es: "Página que llevó a él", en: "Page that led to it" },
  reason: { es: "Motivo de instalación (4: la persona)", en: "Reason of installation (4: the person)" },
  source: { es: "Tipo de origen (3, 4: un archivo)", en: "Kind of source (3, 4: a file)" },
  committed: { es: "Se entregó al sistema", en: "Handed to the system" },
  version: { es: "Número de versión", en: "Number of the version" },
  result: { es: "Resultado (1: hecho)", en: "Result (1: done)" },
  log: { es: "Dónde se anotó", en: "Where it was noted" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    app: { words: f.app },
    action: { words: f.action },
    user: { words: f.user },
    by: { words: f.by },
    initiator: { words: f.initiator },
    originator: { words: f.originator },
    from: { words: f.from },
    referrer: { words: f.referrer },
    reason: { words: f.reason },
    source: { words: f.source },
    committed: { words: f.committed },
    version: { words: f.version },
    result: { words: f.result },
    log: { words: f.log },
  },
};
