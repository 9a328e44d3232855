import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Se mandó mucho y volvió poco", en: "Much was sent and little came back" },
    title: {
      es: (p) => `Se mandaron ${p.up} a ${p.subject}`,
      en: (p) => `${p.up} were sent to ${p.subject}`,
    },
    why: {
      es: (p) =>
        `Volvieron ${p.down}. Empezó ${p.when === "" ? "a una hora que no se sabe" : `el ${p.when} (hora UTC)`}, y la conexión más larga duró ${p.long_es}.${p.nameless === 1 ? " Nadie buscó un nombre para ese servidor." : ""}`,
      en: (p) =>
        `${p.down} came back. It began ${p.when === "" ? "at an unknown hour" : `at ${p.when} (UTC)`}, and the longest connection took ${p.long_en}.${p.nameless === 1 ? " Nobody looked up a name for that server." : ""}`,
    },
    otherwise: {
      es: "Un respaldo de fotos, un video que se subió, una cámara de la casa, o una app que no usa nombres.",
      en: "A backup of photos, a video that was uploaded, a camera of the house, or an app that uses no names.",
    },
    next: {
      es: "Piensa qué hacía el aparato a esa hora. Si nadie lo usaba, cuéntalo a una línea de ayuda.",
      en: "Think what the device did at that hour. If nobody used it, tell a helpline.",
    },
  },
  {
    es: (p) => `También se mandó mucho a ${more(p, "un servidor más", "servidores más")}`,
    en: (p) => `Much was also sent to ${more(p, "one more server", "more servers")}`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
