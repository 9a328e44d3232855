/** What the archive's thread says itself. es is the source. @module */
import { count, type Words } from "@contraluz/core";

export const THREAD: { readonly tooMany: Words<{ pages: number; most: number }>; readonly tooLarge: Words } = {
  tooMany: {
    es: ({ pages, most }) =>
      `El caso guarda ${count(pages)} hojas leídas, y en esta página caben ${count(most)}. La orden «contraluz archive» las abre todas.`,
    en: ({ pages, most }) =>
      `The case keeps ${count(pages)} pages that were read, and this page holds ${count(most)}. The command “contraluz archive” opens all of them.`,
  },
  tooLarge: {
    es: "Lo leído de este caso no cabe en la memoria del navegador. La orden «contraluz archive» lo abre.",
    en: "What was read of this case does not fit into the memory of the browser. The command “contraluz archive” opens it.",
  },
};
