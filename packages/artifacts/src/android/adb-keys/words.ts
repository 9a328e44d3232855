import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Computadoras autorizadas por cable (adb)", en: "Computers allowed by cable (adb)" },
  shows: {
    es: "Las computadoras que pueden controlar el teléfono por cable, con el nombre que ellas dicen, y a veces cuándo se conectaron.",
    en: "The computers that may control the phone by cable, with the name that they give, and sometimes when they were connected.",
  },
  hides: {
    es: "Lo que hicieron. El nombre lo pone la computadora y puede ser falso. De la fecha muchas veces falta una parte.",
    en: "What they did. The computer writes the name, and it can be false. Of the date a part is often missing.",
  },
};

const key = {
  user: { words: { es: "Usuario y computadora", en: "User and computer" } },
  fingerprint: { words: { es: "Huella de la llave (MD5)", en: "Fingerprint of the key (MD5)" } },
  own: { words: { es: "Estaba conectada al hacer el informe", en: "Was connected when the report was made" } },
};

export const fields: ArtifactFields = {
  key: {
    ...key,
    last: { words: { es: "Última conexión", en: "Last connection" } },
    after: { words: { es: "No antes de", en: "Not before" } },
    before: { words: { es: "No después de", en: "Not after" } },
    possible: { words: { es: "Fechas posibles de la última conexión", en: "Possible dates of the last connection" } },
    within: { words: { es: "Cada una puede ser después, por hasta", en: "Each can be later by up to" }, unit: "ms" },
    listed: { words: { es: "Dónde está", en: "Where it stands" } },
  },
  host: key,
};
