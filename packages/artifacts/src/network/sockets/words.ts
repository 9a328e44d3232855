import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Qué programa llamó a quién, según PiRogue", en: "Which program called whom, as PiRogue says" },
  shows: {
    es: "Qué app del teléfono abrió cada conexión, mientras PiRogue la observaba. La captura sola no lo dice.",
    en: "Which app of the phone opened each connection, while PiRogue watched it. The capture alone does not tell.",
  },
  hides: {
    es: "Las apps que PiRogue no observaba. No comprobamos nada de esto.",
    en: "Apps that PiRogue did not watch. Nothing of this was checked by us.",
  },
};

export const fields: ArtifactFields = {
  socket: {
    process: { words: { es: "App", en: "App" } },
    pid: { words: { es: "Número del programa", en: "Number of the program" } },
    client: { words: { es: "De qué dirección", en: "From which address" } },
    server: { words: { es: "Servidor", en: "Server" } },
    port: { words: { es: "Puerto", en: "Port" } },
    transport: { words: { es: "Transporte", en: "Transport" } },
    count: { words: { es: "Veces", en: "Times" } },
    last: { words: { es: "Última vez", en: "Last time" } },
    code: { words: { es: "Partes de la app que llamaron", en: "Parts of the app that called" } },
  },
};
