import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Conexiones muy largas", en: "Very long connections" },
    title: {
      es: (p) => `Una conexión con ${p.subject} duró ${p.long_es}`,
      en: (p) => `A connection to ${p.subject} took ${p.long_en}`,
    },
    why: {
      es: (p) => `Se mandaron ${p.up} y llegaron ${p.down}. Se anota para quien revise la captura.`,
      en: (p) => `${p.up} were sent and ${p.down} came. It is noted for whoever reviews the capture.`,
    },
    otherwise: {
      es: "Los chats, los avisos y los videos en vivo dejan abierta su conexión.",
      en: "Chats, notifications and live video leave their connection open.",
    },
    next: {
      es: "Por sí mismo no dice nada. Mira si conoces ese nombre.",
      en: "By itself it says nothing. Look whether you know that name.",
    },
  },
  {
    es: (p) => `${more(p, "Hubo otra conexión muy larga", "conexiones muy largas más")}`,
    en: (p) => `${more(p, "One more very long connection", "more very long connections")}`,
  },
  { es: "Están en los registros.", en: "They are in the records." },
);
