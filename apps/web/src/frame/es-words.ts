/** Spanish, the source. @module */
export const es = {
  skip: "Saltar al contenido",
  product: "Contraluz",
  offline: "Nada sale de este equipo",
  language: "Idioma",
  exit: "Salir rápido",
  exitMore: "Salir rápido: cierra todo y muestra otra página. No borra el historial del navegador",
  steps: "Pasos",
  step: {
    before: "Antes de empezar",
    file: "Tu archivo",
    consent: "Tu permiso",
    check: "Revisión",
    answer: "Resultado",
  },
  stepOf: (n: number, of: number): string => `Paso ${n} de ${of}`,
  stepShort: (n: number, of: number, name: string): string => `${n} de ${of} · ${name}`,
  folder: "Carpeta",
  bench: "Línea de tiempo",
  papers: "Papeles",
  list: "Lista",
  back: "Volver",
  version: (v: string): string => `Contraluz ${v} · código abierto, Apache-2.0`,
  signs: (n: number): string =>
    n === 0
      ? "Señales: las incluidas y ninguna lista más"
      : `Señales: las incluidas y ${n === 1 ? "una lista más" : `${n} listas más`}`,
  crashed: "Esta página falló",
  crashedMore: "No es un resultado. No dice nada de tu teléfono. Cierra la pestaña y abre otra vez la página.",
  letters: (n: string): string => `(${n} letras)`,
};
