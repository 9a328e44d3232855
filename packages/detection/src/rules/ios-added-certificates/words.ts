import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Certificados que alguien agregó", en: "Certificates that somebody added" },
  title: {
    es: (p) =>
      plural(p.count!, `¿Conoces el certificado «${p.names}»?`, `¿Conoces estos ${p.count} certificados: ${p.names}?`),
    en: (p) =>
      plural(
        p.count!,
        `Do you know the certificate “${p.names}”?`,
        `Do you know these ${p.count} certificates: ${p.names}?`,
      ),
  },
  why: {
    es: (p) =>
      `Alguien hizo que el teléfono confíe en ${plural(p.count!, "él", "ellos")}. Con uno así se pueden leer páginas y apps cifradas en la red de quien lo tiene. Los teléfonos nuevos no traen ninguno agregado.`,
    en: (p) =>
      `Somebody made the phone trust ${plural(p.count!, "it", "them")}. With one like this, encrypted pages and apps can be read on its owner's network. New phones have none added.`,
  },
  otherwise: {
    es: "Empresas, escuelas, bloqueadores de anuncios y programas para desarrolladores los agregan.",
    en: "Employers, schools, ad blockers and tools for developers add them.",
  },
  next: {
    es: "Si los conoces, dilo y deja de salir. Si no, no los quites todavía: muéstralo a una línea de ayuda.",
    en: "If you know them, say so and they go away. If not, do not remove them yet: show this to a helpline.",
  },
} satisfies Record<string, Words>;
