import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Permisos de algo que no es una app del teléfono",
    en: "Rights of something that is no app on the phone",
  },
  title: {
    es: (p) =>
      p.case === "path"
        ? "Un programa que no es una app pidió permisos"
        : plural(p.count!, "Una app que ya no está tuvo permisos", `${p.count} apps que ya no están tuvieron permisos`),
    en: (p) =>
      p.case === "path"
        ? "A program that is no app asked for rights"
        : plural(p.count!, "An app that is gone had rights", `${p.count} apps that are gone had rights`),
  },
  why: {
    es: (p) =>
      p.case === "path"
        ? `${p.clients} pidió: ${p.what_es}. Está fuera de las carpetas del sistema y de las apps.`
        : `${p.clients}. Tuvieron: ${p.what_es}. No están en la lista de apps del respaldo.`,
    en: (p) =>
      p.case === "path"
        ? `${p.clients} asked for: ${p.what_en}. It lies outside the folders of the system and of apps.`
        : `${p.clients}. They had: ${p.what_en}. They are not in the backup's list of apps.`,
  },
  otherwise: {
    es: (p) =>
      p.case === "path"
        ? "Un teléfono liberado (jailbreak) o de pruebas tiene programas así."
        : "iOS guarda los permisos de apps que se borraron. Es lo común.",
    en: (p) =>
      p.case === "path"
        ? "A jailbroken phone or one for tests has such programs."
        : "iOS keeps the rights of apps that were removed. That is common.",
  },
  next: {
    es: (p) =>
      p.case === "path"
        ? "Guarda este respaldo como está. Muéstralo a una línea de ayuda esta semana."
        : "Mira si reconoces sus nombres. No tienes que hacer nada más.",
    en: (p) =>
      p.case === "path"
        ? "Keep this backup as it is. Show it to a helpline this week."
        : "See whether you recognise their names. There is nothing else to do.",
  },
} satisfies Record<string, Words>;

/** Rights that let somebody listen, watch, follow or read. */
export const SERVICES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  kTCCServiceMicrophone: { es: "micrófono", en: "microphone" },
  kTCCServiceCamera: { es: "cámara", en: "camera" },
  kTCCServiceLocation: { es: "ubicación", en: "location" },
  kTCCServicePhotos: { es: "fotos", en: "photos" },
  kTCCServiceAddressBook: { es: "contactos", en: "contacts" },
  kTCCServiceCalendar: { es: "calendario", en: "calendar" },
  kTCCServiceScreenCapture: { es: "pantalla", en: "screen" },
  kTCCServiceSpeechRecognition: { es: "reconocimiento de voz", en: "speech recognition" },
};
