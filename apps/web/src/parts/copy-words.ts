/** Words around a text that is copied. `es` is the source. @module */
import type { Lang } from "@contraluz/core";

const es = {
  copy: "Copiar el texto",
  copied: "Copiado. Queda en el portapapeles de este equipo hasta que copies otra cosa.",
  byHand: "El navegador no deja copiar. El texto quedó marcado: cópialo a mano.",
};

const en: typeof es = {
  copy: "Copy the text",
  copied: "Copied. It stays on the clipboard of this device until you copy something else.",
  byHand: "The browser does not let us copy. The text is marked: copy it by hand.",
};

export const COPY: Readonly<Record<Lang, typeof es>> = { es, en };
