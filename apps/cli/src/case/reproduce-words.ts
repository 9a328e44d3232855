/** What `contraluz reproduce` says beside the comparison. es is the source. @module */
import type { Words } from "@contraluz/core";

export const RP = {
  need: {
    es: (p: { line: string }) => `Falta qué repetir y con qué evidencia. Se escribe: ${p.line}`,
    en: (p: { line: string }) => `What to do again, and with which evidence, is missing. Write: ${p.line}`,
  },
  broken: {
    es: (p: { cmd: string; path: string }) =>
      `Este expediente no concuerda consigo mismo: no hay nada que repetir. Qué falla: ${p.cmd} verify ${p.path}`,
    en: (p: { cmd: string; path: string }) =>
      `This dossier does not agree with itself: there is nothing to do again. What fails: ${p.cmd} verify ${p.path}`,
  },
  noCheck: {
    es: (p: { check: string; known: string }) => `No trae una revisión «${p.check}». Trae: ${p.known}`,
    en: (p: { check: string; known: string }) => `It holds no check “${p.check}”. It holds: ${p.known}`,
  },
  several: {
    es: (p: { known: string }) => `Trae varias revisiones: ${p.known}. Di cuál con --check.`,
    en: (p: { known: string }) => `It holds several checks: ${p.known}. Say which with --check.`,
  },
  kept: {
    es: (p: { folder: string }) => `Tu revisión está en ${p.folder}`,
    en: (p: { folder: string }) => `Your check is in ${p.folder}`,
  },
  noted: { es: "Quedó anotado en el caso.", en: "It is written down in the case." },
} as const satisfies Record<string, Words<never>>;
