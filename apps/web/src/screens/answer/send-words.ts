/** Words of what is sent to somebody else. `es` is the source. @module */
import type { Lang } from "@contraluz/core";

const es = {
  title: "Decírselo a alguien",
  intro:
    "Un mensaje corto con la respuesta, sin enlaces y sin datos de tus archivos. Mándalo a un aparato que no sea el revisado.",
  message: "Mensaje para enviar",
  paper: "Para imprimir: una carta para otro laboratorio, y una hoja para una abogada o un abogado.",
  lab: "Carta para un laboratorio",
  lawyer: "Hoja para abogada o abogado",
  labName: (day: string): string => `carta-laboratorio-${day}.html`,
  lawyerName: (day: string): string => `hoja-legal-${day}.html`,
};

const en: typeof es = {
  title: "Tell somebody",
  intro:
    "A short message with the answer, without links and without anything of your files. Send it to a device that is not the one that was checked.",
  message: "Message to send",
  paper: "To print: a letter for another laboratory, and a page for a lawyer.",
  lab: "Letter for a laboratory",
  lawyer: "Page for a lawyer",
  labName: (day: string): string => `letter-laboratory-${day}.html`,
  lawyerName: (day: string): string => `page-lawyer-${day}.html`,
};

export const SEND_PART: Readonly<Record<Lang, typeof es>> = { es, en };
