import { plural } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Cuenta con caracteres nulos entre las que el iPhone buscó",
    en: "Account with null characters among those that the iPhone looked up",
  },
  title: {
    es: "El iPhone buscó una cuenta que nadie pudo escribir con un teclado",
    en: "The iPhone looked up an account that nobody could have typed",
  },
  why: {
    es: (p) =>
      `iMessage, FaceTime u otro servicio buscó: ${p.handles}${Number(p.more) > 0 ? ` y ${p.more} más` : ""}. Tiene caracteres nulos (\\x00), que ninguna cuenta normal lleva. En revisiones de ataques con Pegasus se vieron cuentas anotadas así.`,
    en: (p) =>
      `iMessage, FaceTime or another service looked up: ${p.handles}${Number(p.more) > 0 ? ` and ${p.more} ${plural(p.more!, "other", "others")}` : ""}. It has null characters (\\x00), which no ordinary account carries. In checks of attacks with Pegasus accounts were seen noted so.`,
  },
  otherwise: {
    es: "Una app que anota mal un número, o una lista dañada. En el único teléfono normal que revisamos no pasaba.",
    en: "An app that notes a number badly, or a damaged list. On the only ordinary phone that we looked at this was not so.",
  },
  next: {
    es: "Guarda esta copia como está. Anota si esos días recibiste mensajes o llamadas de alguien desconocido. Muéstrala a una línea de ayuda.",
    en: "Keep this copy as it is. Write down whether you got messages or calls from a stranger in those days. Show it to a helpline.",
  },
};
