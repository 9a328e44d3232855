import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Permisos de algo que no es una app del teléfono",
    en: "Rights of something that is no app on the phone",
  },
  title: {
    es: (p) =>
      p.case !== "gone"
        ? plural(
            p.count!,
            "Un programa que no es una app pidió permisos",
            `${p.count} programas que no son apps pidieron permisos`,
          )
        : plural(p.count!, "Una app que ya no está tuvo permisos", `${p.count} apps que ya no están tuvieron permisos`),
    en: (p) =>
      p.case !== "gone"
        ? plural(
            p.count!,
            "A program that is no app asked for rights",
            `${p.count} programs that are no apps asked for rights`,
          )
        : plural(p.count!, "An app that is gone had rights", `${p.count} apps that are gone had rights`),
  },
  why: {
    es: (p) =>
      p.case !== "gone"
        ? `${p.clients} ${plural(p.count!, "pidió", "pidieron")}: ${p.what_es}. ${plural(p.count!, "Está", "Están")} fuera de las carpetas del sistema y de las apps.`
        : `${p.clients}. ${plural(p.count!, "Tuvo", "Tuvieron")}: ${p.what_es}. No ${plural(p.count!, "está", "están")} en la lista de apps del respaldo.`,
    en: (p) =>
      p.case !== "gone"
        ? `${p.clients} asked for: ${p.what_en}. ${plural(p.count!, "It lies", "They lie")} outside the folders of the system and of apps.`
        : `${p.clients}. ${plural(p.count!, "It had", "They had")}: ${p.what_en}. ${plural(p.count!, "It is", "They are")} not in the backup's list of apps.`,
  },
  otherwise: {
    es: (p) =>
      p.case !== "gone"
        ? "Un teléfono liberado (jailbreak) o de pruebas tiene programas así."
        : "iOS guarda los permisos de apps que se borraron. Es lo común.",
    en: (p) =>
      p.case !== "gone"
        ? "A jailbroken phone or one for tests has such programs."
        : "iOS keeps the rights of apps that were removed. That is common.",
  },
  next: {
    es: (p) =>
      p.case !== "gone"
        ? "Guarda esta copia como está. Muéstrala a una línea de ayuda esta semana."
        : "Mira si reconoces sus nombres. No tienes que hacer nada más.",
    en: (p) =>
      p.case !== "gone"
        ? "Keep this copy as it is. Show it to a helpline this week."
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
