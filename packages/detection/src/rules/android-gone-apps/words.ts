import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Apps que ya no están o que volvieron atrás", en: "Apps that are gone or went back" },
  title: {
    es: (p) =>
      p.case === "older"
        ? `¿Alguien puso una versión más vieja? ${p.apps}`
        : `${plural(p.count!, "Una app que ya no está", `${p.count} apps que ya no están`)}: ${p.apps}`,
    en: (p) =>
      p.case === "older"
        ? `Did somebody put an older version? ${p.apps}`
        : `${plural(p.count!, "One app that is gone", `${p.count} apps that are gone`)}: ${p.apps}`,
  },
  why: {
    es: (p) =>
      p.case === "older"
        ? "La tienda no pone versiones más viejas. Programas que copian celulares ponen una vieja para abrirla."
        : "El celular guarda sus nombres por un tiempo. Quien quita una app para vigilar deja ahí su nombre.",
    en: (p) =>
      p.case === "older"
        ? "The store does not put older versions. Programs that copy phones put an old one to open it."
        : "The phone keeps their names for a while. Whoever removes an app that watched leaves its name there.",
  },
  otherwise: {
    es: "Quitar apps es lo más común. Volver atrás lo hace quien no quiere una versión nueva, o quien hace la app.",
    en: "Removing apps is the most common thing. Going back is done by people who do not want a new version, or who write the app.",
  },
  next: {
    es: "Mira si conoces los nombres. Si uno no te suena, dilo a una línea de ayuda.",
    en: "See whether you know the names. If one means nothing to you, tell a helpline.",
  },
} satisfies Record<string, Words>;
