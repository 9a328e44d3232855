import { count, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Páginas sin cifrar que llevaron a otra parte en menos de un segundo",
    en: "Pages without encryption that led elsewhere in less than a second",
  },
  title: {
    es: (p) => {
      const n = Number(p.left) > 0 ? p.left! : p.pages!;
      const where = Number(p.left) > 0 ? "otro sitio" : "otra página de su sitio";
      return `${count(n)} ${plural(n, "página sin cifrar llevó", "páginas sin cifrar llevaron")} a ${where} en menos de un segundo`;
    },
    en: (p) => {
      const n = Number(p.left) > 0 ? p.left! : p.pages!;
      const where = Number(p.left) > 0 ? "another site" : "another page of the same site";
      return `${count(n)} ${plural(n, "page", "pages")} without encryption led to ${where} in less than a second`;
    },
  },
  why: {
    es: (p) =>
      `Una página http:// viaja sin cifrar. Quien controla la red puede cambiarla y mandar el teléfono a otro sitio. Así llegaron Pegasus y Predator a algunos teléfonos. ${p.examples ? `Aquí: ${p.examples}.` : "Aquí ninguna salió de su sitio."}`,
    en: (p) =>
      `An http:// page travels without encryption. Whoever controls the network can change it and send the phone to another site. Pegasus and Predator came to some phones that way. ${p.examples ? `Here: ${p.examples}.` : "Here none left its site."}`,
  },
  otherwise: {
    es: "Casi siempre es normal: un sitio que cambió de nombre, un enlace acortado, publicidad, o la entrada de una red Wi-Fi.",
    en: "Almost always it is ordinary: a site that changed its name, a shortened link, advertising, or the login page of a Wi-Fi network.",
  },
  next: {
    es: "No hace falta hacer nada con esto solo. Si un sitio no te suena y ese día pasó algo raro, guarda esta copia y muéstrala a una línea de ayuda.",
    en: "By itself this needs nothing. If you do not know one of the sites and something odd happened that day, keep this copy and show it to a helpline.",
  },
} satisfies Record<string, Words>;
