import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "WhatsApp: contactos", en: "WhatsApp: contacts" },
  shows: {
    es: "Qué cuentas de la libreta de contactos conoce WhatsApp, y cuándo cambió cada una su información o sus mensajes temporales.",
    en: "Which accounts of the address book WhatsApp knows, and when each changed its information or its disappearing messages.",
  },
  hides: {
    es: "Si hubo mensajes con ellas. Quien no está en la libreta puede no salir aquí.",
    en: "Whether there were messages with them. Those who are not in the address book may be missing here.",
  },
};

const f = {
  who: { es: "Dirección de WhatsApp", en: "WhatsApp address" },
  lid: { es: "Dirección que oculta el número", en: "Address that hides the number" },
  phone: { es: "Teléfono, si no tiene dirección", en: "Phone, if it has no address" },
  status: { es: "Estado (número de WhatsApp)", en: "Status (number of WhatsApp)" },
  about_set: { es: "Cambió su información", en: "Changed its information" },
  about_until: { es: "Su información vale hasta", en: "Its information ends" },
  timer: { es: "Mensajes temporales: duran", en: "Disappearing messages: they last" },
  timer_set: { es: "Mensajes temporales: cambiados", en: "Disappearing messages: changed" },
  name: { es: "Nombre", en: "Name" },
  user: { es: "Nombre de usuario", en: "User name" },
  business: { es: "Nombre del negocio", en: "Name of the business" },
  about: { es: "Su información", en: "Its information" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  contact: {
    who: { words: f.who },
    lid: { words: f.lid },
    phone: { words: f.phone },
    status: { words: f.status },
    about_set: { words: f.about_set },
    about_until: { words: f.about_until },
    timer: { words: f.timer, unit: "s" },
    timer_set: { words: f.timer_set },
    name: { words: f.name, content: true },
    user: { words: f.user, content: true },
    business: { words: f.business, content: true },
    about: { words: f.about, content: true },
  },
};
