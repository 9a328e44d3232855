import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Propiedades del sistema", en: "Properties of the system" },
  shows: {
    es: "La versión y el nivel de seguridad del sistema, y si arrancó con el candado puesto. Algunos programas espía dejan aquí una seña.",
    en: "The version and patch level of the system, and whether it started locked. Some spyware leaves a sign here.",
  },
  hides: {
    es: "Quién escribió una propiedad y cuándo. Los números del teléfono y de la tarjeta SIM no se guardan.",
    en: "Who wrote a property, and when. Numbers of the phone and of the SIM card are not kept.",
  },
};

export const fields: ArtifactFields = {
  property: {
    name: { words: { es: "Nombre", en: "Name" } },
    value: { words: { es: "Valor", en: "Value" } },
    withheld: { words: { es: "Valor que no guardamos", en: "Value that is not kept" } },
  },
};
