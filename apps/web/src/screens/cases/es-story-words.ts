/** Stories and corrections of clocks, in Spanish, the source. @module */
export const esStory = {
  story: {
    intro:
      "Un relato dice qué pasó, en frases. Cada frase dice en qué registros o hallazgos se apoya. Sale completo en el expediente.",
    none: "Todavía no hay ningún relato.",
    write: "Escribir un relato",
    change: "Cambiarlo",
    title: "Título del relato",
    sentence: (n: string): string => `Frase ${n}`,
    rests: (n: string): string => `En qué se apoya la frase ${n}`,
    choose: "Elige un registro o un hallazgo",
    finding: (title: string): string => `Hallazgo: ${title}`,
    record: (key: string): string => `Registro ${key}`,
    add: "Agregar",
    drop: "Quitar",
    another: "Otra frase",
    dropSentence: "Quitar la frase",
    save: "Guardar el relato",
    cancel: "Dejarlo sin guardar",
    how: "Los hallazgos están en la lista. Para tener registros, pulsa «Citar» debajo de ellos en la línea de tiempo.",
    toTime: "Ir a la línea de tiempo",
    kept: "Lo que decía antes queda en el hilo de custodia.",
    cite: "Citar",
    cited: (key: string): string => `Listo: ${key} ya se puede elegir en «Relatos».`,
  },
  clock: {
    title: "Un reloj estaba mal",
    intro:
      "Si el reloj de un aparato iba adelantado o atrasado, la línea de tiempo lo corrige. Los registros no cambian, y se ven las dos horas.",
    none: "No se ha corregido ningún reloj.",
    check: "De qué revisión",
    place: "De qué lugar",
    all: "De todos sus lugares",
    way: "Cómo iba",
    fast: "Adelantado",
    slow: "Atrasado",
    minutes: "Por cuánto",
    minutesMore: "En minutos, como 7; o en horas y minutos, como 1:30.",
    why: "Cómo se sabe",
    save: "Corregir el reloj",
    was: (fast: boolean, amount: string): string => `iba ${fast ? "adelantado" : "atrasado"} ${amount}`,
    amount: (hours: number, minutes: number, seconds: number): string =>
      [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", seconds > 0 ? `${seconds} s` : ""]
        .filter((x) => x !== "")
        .join(" "),
    undo: "Quitar esta corrección",
    undoWhy: "Por qué se quita",
  },
};
