import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Antenas de celular que se escucharon", en: "Cells of mobile networks that were heard" },
  shows: {
    es: "Qué antena se anunció, de qué red y de qué zona dijo ser, desde cuándo y cuántas veces.",
    en: "Which cell announced itself, of which network and area it said to be, since when and how often.",
  },
  hides: {
    es: "Antenas de 3G y 5G, y las que nadie escuchó. Una antena dice lo que quiere: nadie firma su anuncio.",
    en: "Cells of 3G and 5G, and those that nobody heard. A cell says what it likes: nobody signs its announcement.",
  },
};

export const fields: ArtifactFields = {
  cell: {
    generation: { words: { es: "Generación de la red", en: "Generation of the network" } },
    mcc: { words: { es: "País (MCC)", en: "Country (MCC)" } },
    mnc: { words: { es: "Red (MNC)", en: "Network (MNC)" } },
    networks: { words: { es: "Redes que anuncia", en: "Networks that it announces" } },
    tac: { words: { es: "Zona (TAC o LAC)", en: "Area (TAC or LAC)" } },
    cell: { words: { es: "Número de la antena", en: "Number of the cell" } },
    pci: { words: { es: "Número en su frecuencia (PCI)", en: "Number on its frequency (PCI)" } },
    earfcn: { words: { es: "Frecuencia (EARFCN o ARFCN)", en: "Frequency (EARFCN or ARFCN)" } },
    short: { words: { es: "La frecuencia está cortada a 14 bits", en: "The frequency is cut to 14 bits" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    count: { words: { es: "Veces que se escuchó", en: "Times that it was heard" } },
    barred: { words: { es: "Cerrada a los teléfonos", en: "Barred to phones" } },
    announces: { words: { es: "Qué bloques anuncia", en: "Which blocks it announces" } },
    announced: { words: { es: "Bloques de datos que anuncia", en: "Blocks of data that it announces" } },
    blocks: { words: { es: "Bloques de datos que se escucharon", en: "Blocks of data that were heard" } },
    neighbours: { words: { es: "Antenas vecinas que nombra", en: "Neighbour cells that it names" } },
    signal: { words: { es: "Señal más fuerte", en: "Strongest signal" }, unit: "dBm" },
  },
};
