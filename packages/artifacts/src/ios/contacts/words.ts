import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Contactos", en: "Contacts" },
  shows: {
    es: "Los números, correos y enlaces guardados, y cuándo se guardó cada contacto. Los nombres, con tu permiso.",
    en: "Stored numbers, e-mail addresses and links, and when each contact was stored. Names, if you allow it.",
  },
  hides: {
    es: "Casi todos los contactos borrados, los de otras apps, y quién los guardó. Estar en la lista no es haber hablado.",
    en: "Nearly all deleted contacts, those of other apps, and who stored them. To be on the list is not to have talked.",
  },
};

const f = {
  person: { es: "Número del contacto", en: "Number of the contact" },
  changed: { es: "Último cambio", en: "Last change" },
  store: { es: "Cuenta que lo guarda (número)", en: "Account that keeps it (number)" },
  name: { es: "Nombre", en: "Name" },
  organization: { es: "Organización", en: "Organisation" },
  type: { es: "Qué es: número, correo o enlace", en: "What it is: number, e-mail or link" },
  value: { es: "Número, correo o enlace", en: "Number, e-mail or link" },
  label: { es: "Etiqueta", en: "Label" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  person: {
    person: { words: f.person },
    changed: { words: f.changed },
    store: { words: f.store },
    name: { words: f.name, content: true },
    organization: { words: f.organization, content: true },
  },
  value: {
    person: { words: f.person },
    type: { words: f.type },
    value: { words: f.value },
    label: { words: f.label },
  },
};
