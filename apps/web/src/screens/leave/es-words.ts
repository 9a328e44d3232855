/** Spanish, the source. @module */
export const es = {
  title: "Qué queda en este equipo",
  intro: "Antes de irte, mira qué puede ver quien use este equipo después.",
  memory: "El resultado y lo leído",
  memoryMore: "Están en la memoria de esta pestaña, y nada más. Se pierden al cerrarla o con el botón de abajo.",
  backup: "El respaldo que trajiste",
  backupMore:
    "Sigue donde estaba y no cambió. Tiene tus mensajes y fotos. Guárdalo si hay algo por revisar: es la evidencia. Si no lo necesitas, bórralo tú de su carpeta y de la papelera.",
  saved: "Lo que guardaste desde aquí",
  savedMore: "Está en tus descargas. Esta página no puede borrarlo: bórralo tú si no debe verse.",
  savedNone: "No guardaste nada.",
  history: "El historial del navegador",
  historyMore:
    "Muestra que abriste esta página, con su dirección y la hora. Nosotros no podemos borrarlo. Bórralo tú, o usa una ventana privada.",
  cable: "La computadora y el teléfono",
  cableMore: "Si conectaste el teléfono con cable, la computadora y el teléfono recuerdan que se conectaron.",
  remove: "Quitar el resultado de esta página",
  removeMore: "Vacía la memoria y el espacio de trabajo. No toca el respaldo ni tus descargas.",
};
