/** Spanish, the source. @module */
export const es = {
  title: "Guardar esta página en este equipo",
  titleKept: "Esta página está guardada en este equipo",
  why: "Así se abre sin internet. Tú decides: si no la guardas, no queda nada de ella en el navegador, salvo el historial.",
  facts: [
    "Quien use este equipo puede ver en los ajustes del navegador que la guardaste, y abrirla.",
    "Se guarda la página, nunca tu respaldo ni el resultado.",
    "Se queda como está. Para tener otra versión, quítala y abre la página con internet.",
    "Si hay internet al abrirla, el navegador puede preguntar al sitio si cambió. Eso se ve desde la red.",
    "El navegador puede quitarla si pasan semanas sin que la abras.",
  ],
  keep: "Guardarla aquí",
  keeping: "Guardando…",
  kept: "Guardada. Ya se abre sin internet.",
  failed: "No se pudo guardar. Este navegador no lo permite, o se cortó la conexión. No quedó nada.",
  remove: "Quitarla de este equipo",
  removed: "Ya no está guardada. El historial sigue igual.",
};
