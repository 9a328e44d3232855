/** Spanish, the source. @module */
export const es = {
  back: "Volver a los caminos",
  ready: "Ya lo tengo: seguir",
  readyMore: "Todavía no se lee nada. Primero te preguntamos qué permites.",
  shows: "¿Qué se puede ver con esto?",
  stuck: "¿No te sale?",
  stuckMore: "No es culpa tuya, pasa mucho. Una línea de ayuda puede hacerlo contigo por videollamada.",
  path: "Camino en los menús",
};
