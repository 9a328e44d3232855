import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Dispositivos con la misma cuenta de Apple", en: "Devices with the same Apple Account" },
  title: {
    es: (p) =>
      p.case === "new"
        ? "¿Conoces el dispositivo que entró hace poco a tu cuenta?"
        : p.case === "old"
          ? "Dispositivos que comparten tus contraseñas desde hace tiempo"
          : "¿Son tuyos todos estos dispositivos?",
    en: (p) =>
      p.case === "new"
        ? "Do you know the device that joined your account not long ago?"
        : p.case === "old"
          ? "Devices that have shared your passwords for a while"
          : "Are all these devices yours?",
  },
  why: {
    es: (p) =>
      `${p.case === "new" ? `Desde el ${p.since} comparte tus contraseñas de iCloud: ${p.devices}.` : p.case === "old" ? `Están en tu llavero de iCloud: ${p.devices}.` : `Usan la misma cuenta de Apple que este teléfono, o son él mismo: ${p.devices}.`} Quien tenga uno puede leer tus mensajes, fotos y ubicación sin ningún programa espía.`,
    en: (p) =>
      `${p.case === "new" ? `Since ${p.since} it has shared your iCloud passwords: ${p.devices}.` : p.case === "old" ? `They are in your iCloud keychain: ${p.devices}.` : `They use the same Apple Account as this phone, or are the phone itself: ${p.devices}.`} Whoever has one can read your messages, photos and places without any spyware.`,
  },
  otherwise: {
    es: "Casi siempre son aparatos tuyos, también viejos, o de alguien con quien compartes la cuenta a propósito.",
    en: "Nearly always they are devices of yours, old ones too, or of somebody with whom you share the account on purpose.",
  },
  next: {
    es: "Si no conoces uno, toma una foto de la lista en Configuración antes de quitarlo: quien lo tiene puede notarlo. Pide consejo a una línea de ayuda.",
    en: "If you do not know one, take a picture of the list in Settings before you remove it: whoever has it may notice. Ask a helpline for advice.",
  },
} satisfies Record<string, Words>;
