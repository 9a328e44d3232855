/** Spanish, the source. @module */
export const es = {
  title: "Los registros",
  place: "Lugar",
  pick: (name: string, n: string): string => `${name} (${n})`,
  when: "Fecha",
  what: "Qué dice",
  where: "Lugar exacto",
  loading: "Leyendo…",
  none: "No hay registros en este lugar.",
  shown: (from: string, to: string, of: string): string => `Registros ${from} a ${to} de ${of}`,
  before: "Anteriores",
  after: "Siguientes",
};
