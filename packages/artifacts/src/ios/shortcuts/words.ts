import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Atajos y automatizaciones", en: "Shortcuts and automations" },
  shows: {
    es: "Qué atajos hay, qué hacen, a qué direcciones hablan y qué los pone en marcha sin que nadie toque nada.",
    en: "Which shortcuts there are, what they do, which addresses they speak to and what starts them without a touch.",
  },
  hides: {
    es: "Qué hizo cada uno cuando corrió, direcciones que arma con variables, y casi todos los atajos que se borraron.",
    en: "What each did when it ran, addresses that it puts together from variables, and nearly all shortcuts that were deleted.",
  },
};

const f = {
  shortcut: { es: "Número de atajo", en: "Number of the shortcut" },
  name: { es: "Nombre", en: "Name" },
  changed: { es: "Último cambio", en: "Last change" },
  last_run: { es: "Última vez que corrió", en: "Last time it ran" },
  runs: { es: "Veces que corrió", en: "Times it ran" },
  app: { es: "App a la que pertenece", en: "App it belongs to" },
  removed: { es: "Marcado como borrado", en: "Marked as deleted" },
  count: { es: "Cuántas acciones", en: "Number of actions" },
  actions: { es: "Clases de acciones", en: "Kinds of actions" },
  links: { es: "Direcciones", en: "Addresses" },
  sends: { es: "Habla con servidores por su cuenta", en: "Speaks to servers by itself" },
  starts: { es: "Qué lo pone en marcha", en: "What starts it" },
  enabled: { es: "Activada", en: "Turned on" },
  asks: { es: "Pregunta antes", en: "Asks first" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  shortcut: {
    shortcut: { words: f.shortcut },
    name: { words: f.name },
    changed: { words: f.changed },
    last_run: { words: f.last_run },
    runs: { words: f.runs },
    app: { words: f.app },
    removed: { words: f.removed },
  },
  actions: {
    shortcut: { words: f.shortcut },
    name: { words: f.name },
    count: { words: f.count },
    actions: { words: f.actions },
    links: { words: f.links },
    sends: { words: f.sends },
  },
  trigger: {
    shortcut: { words: f.shortcut },
    name: { words: f.name },
    starts: { words: f.starts },
    enabled: { words: f.enabled },
    asks: { words: f.asks },
  },
};
