import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Archivo recibido en la carpeta de archivos temporales",
    en: "Received file in the folder for temporary files",
  },
  title: {
    es: "Un archivo que llegó por mensaje quedó en un lugar raro",
    en: "A file that came by message was put in an unusual place",
  },
  why: {
    es: (p) =>
      `${p.paths === 1 ? "Un archivo recibido quedó" : `${p.paths} archivos recibidos quedaron`} en la carpeta de archivos temporales, con un nombre que termina en número. Los mensajes guardan lo que llega en otra carpeta. Quienes investigan ataques por iMessage han visto nombres así.`,
    en: (p) =>
      `${p.paths === 1 ? "A received file was" : `${p.paths} received files were`} put in the folder for temporary files, under a name that ends in a number. Messages keeps what comes in another folder. People who study attacks through iMessage have seen such names.`,
  },
  otherwise: {
    es: "Un envío que se cortó o una falla de Mensajes puede dejar un archivo ahí.",
    en: "A transfer that was cut off, or a fault of Messages, can leave a file there.",
  },
  next: {
    es: "No abras el archivo ni borres el mensaje. Guarda esta copia y muéstrala a una línea de ayuda esta semana.",
    en: "Do not open the file or delete the message. Keep this copy and show it to a helpline this week.",
  },
} satisfies Record<string, Words>;
