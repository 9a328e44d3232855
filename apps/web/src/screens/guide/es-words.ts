/** Spanish, the source. @module */
export const es = {
  back: "Volver a los caminos",
  ready: "Ya lo tengo: seguir",
  cable: "Seguir por cable desde esta página",
  readyMore: "Todavía no se lee nada. Primero te preguntamos qué permites.",
  keep: "Qué sigue",
  asides: "Más, si te hace falta",
  variants: "¿Con qué lo haces?",
  shows: "¿Qué se puede ver con esto?",
  stuck: "¿No te sale?",
  stuckMore: "No es culpa tuya, pasa mucho. Una línea de ayuda puede hacerlo contigo.",
  path: "Camino en los menús",
  type: "Lo que se escribe",
  forward: "Guía como texto, para reenviar",
  print: "Imprimir",
};
