/** What the archive's thread says itself. es is the source. @module */
import { count, type Words } from "@contraluz/core";

export const THREAD: { readonly tooMany: Words<{ pages: number; most: number }>; readonly tooLarge: Words } = {
  tooMany: {
    es: ({ pages, most }) =>
      `El caso guarda ${count(pages)} hojas leídas, y en esta página caben ${count(most)}. La orden «contraluz archive» abre más.`,
    en: ({ pages, most }) =>
      `The case keeps ${count(pages)} pages that were read, and this page holds ${count(most)}. The command “contraluz archive” opens more.`,
  },
  tooLarge: {
    es: "Lo leído de este caso no cabe en la memoria del navegador. Sigue guardado y sellado en el caso. Prueba con la orden «contraluz archive» en una computadora. Si tampoco cabe, reparte los documentos en dos casos.",
    en: "What was read of this case does not fit into the memory of the browser. It stays kept and sealed in the case. Try the command “contraluz archive” on a computer. If it does not fit there either, spread the documents over two cases.",
  },
};
