import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Fuerza de la señal de las antenas", en: "Strength of the signal of cells" },
  shows: {
    es: "Con qué fuerza se recibió cada antena, y si una subió de golpe o apareció más fuerte que todas.",
    en: "How strongly each cell was received, and whether one rose at once or appeared above all others.",
  },
  hides: {
    es: "Antenas que el módem no midió, y mediciones de formatos que nadie ha descrito: esas solo se cuentan.",
    en: "Cells that the modem did not measure, and measurements in layouts that nobody described: those are counted.",
  },
};

const PLACE = {
  generation: { words: { es: "Generación de la red", en: "Generation of the network" } },
  pci: { words: { es: "Número en su frecuencia (PCI)", en: "Number on its frequency (PCI)" } },
  earfcn: { words: { es: "Frecuencia (EARFCN o ARFCN)", en: "Frequency (EARFCN or ARFCN)" } },
  short: { words: { es: "La frecuencia está cortada a 14 bits", en: "The frequency is cut to 14 bits" } },
  serving: { words: { es: "El teléfono la usó", en: "The phone used it" } },
  metres: {
    words: { es: "El teléfono estaba a lo mucho a esta distancia", en: "The phone was at most this far away" },
    unit: "m",
  },
} as const;

export const fields: ArtifactFields = {
  strength: {
    ...PLACE,
    last: { words: { es: "Última vez", en: "Last time" } },
    count: { words: { es: "Mediciones", en: "Measurements" } },
    strongest: { words: { es: "La más fuerte", en: "Strongest" }, unit: "dBm" },
    weakest: { words: { es: "La más débil", en: "Weakest" }, unit: "dBm" },
    middle: { words: { es: "La de en medio", en: "Middle one" }, unit: "dBm" },
  },
  rise: {
    ...PLACE,
    case: { words: { es: "Antena nueva o la misma", en: "A new cell or the same" } },
    before: {
      words: {
        es: "Antes (si es nueva: la más fuerte de las demás)",
        en: "Before (of a new one: the strongest other)",
      },
      unit: "dBm",
    },
    after: { words: { es: "Después", en: "After" }, unit: "dBm" },
    seconds: { words: { es: "En cuánto tiempo", en: "Within" }, unit: "s" },
  },
};
