/** Spanish, the source. @module */
import { count, plural } from "@contraluz/core";

const some = (n: number, one: string, other: (c: string) => string): string => plural(n, one, other(count(n)));

export const es = {
  part: "Papeles de este caso",
  partMore:
    "Lee y busca en los documentos que el caso guarda, dentro del permiso. Lo leído queda sellado en el caso. La primera vez se trae lo que lee papeles.",
  open: "Leer y buscar los papeles",
  opening: "Abriendo los papeles del caso…",
  toCase: "‹ Volver al caso",
  title: (name: string) => `Papeles del caso ${name}`,
  untitled: "Papeles de un caso",
  intro:
    "Todo queda dentro del caso: las hojas leídas, el índice y lo que corrijas. Nada se guarda en otro lado y de aquí no sale nada.",
  copies: "¿Qué se lee?",
  copiesNone: "El caso no guarda todavía ningún documento. Agrégalos aquí.",
  copyMore: (files: number) => some(files, "un archivo", (c) => `${c} archivos`),
  checked: "ya se revisó como teléfono o captura; sus fotos no son papeles",
  readWhole: "ya se leyó",
  readPart: "se leyó una parte",
  chooseOne: "Elige al menos una cosa.",
  read: "Leer lo elegido",
  readMore: "Leer otras cosas del caso",
  add: "Agregar papeles al caso",
  addMore: "Se copian al caso con su huella, dentro del permiso. Queda escrito en el registro.",
  addNothing: "Nada se cambia en tus archivos.",
  adding: "Copiando al caso…",
  added: "Están en el caso. Elige qué se lee.",
  refused: "No se pudo. Puede ser por el permiso, o porque otra pestaña escribe en el caso.",
  full: (n: number) =>
    `En este equipo caben ${count(n)} hojas. Las que siguen no se leen o no se buscan aquí. Lo leído queda sellado en el caso. La orden «contraluz archive» puede con más.`,
  notHere:
    "En los papeles de un caso no se anotan todavía decisiones de nombres, promesas ni marcas. Para sacar algo, haz un expediente desde el caso.",
  save: "Qué queda de esto",
  saveMore:
    "Las hojas leídas, el índice y las correcciones están selladas en el caso, y se van con él. Lo que buscas no queda en ningún lado.",
  close: "Cerrar los papeles",
};
