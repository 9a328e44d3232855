import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Ajustes del teléfono", en: "Settings of the phone" },
  shows: {
    es: "Ajustes que abren o cierran puertas: revisión de apps apagada, depuración por cable, teclado, servidores por los que pasa todo.",
    en: "Settings that open or close doors: checking of apps off, debugging by cable, keyboard, servers that all traffic passes.",
  },
  hides: {
    es: "Quién cambió un ajuste y cuándo. No se guardan los nombres y números del teléfono.",
    en: "Who changed a setting, and when. Names and numbers of the phone are not kept.",
  },
};

export const fields: ArtifactFields = {
  setting: {
    namespace: { words: { es: "Grupo", en: "Group" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    name: { words: { es: "Nombre", en: "Name" } },
    value: { words: { es: "Valor", en: "Value" } },
    withheld: { words: { es: "Valor que no guardamos", en: "Value that is not kept" } },
    apps: { words: { es: "Apps que nombra", en: "Apps that it names" } },
    by: { words: { es: "App que lo escribió", en: "App that wrote it" } },
  },
};
