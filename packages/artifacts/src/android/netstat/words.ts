import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Conexiones abiertas", en: "Open connections" },
  shows: {
    es: "Con qué direcciones de internet estaba conectado el teléfono al hacer el informe, y qué app.",
    en: "Which internet addresses the phone was connected to when the report was made, and which app.",
  },
  hides: {
    es: "Las conexiones de antes, y lo que pasó por ellas. Muchas direcciones son de empresas que sirven a miles de apps.",
    en: "Earlier connections, and what passed over them. Many addresses are of companies that serve thousands of apps.",
  },
};

export const fields: ArtifactFields = {
  connection: {
    proto: { words: { es: "Protocolo", en: "Protocol" } },
    local: { words: { es: "Dirección del teléfono", en: "Address of the phone" } },
    remote: { words: { es: "Dirección del otro lado", en: "Address of the other side" } },
    port: { words: { es: "Puerto del otro lado", en: "Port of the other side" } },
    listens: { words: { es: "Puerto en el que espera", en: "Port on which it waits" } },
    state: { words: { es: "Estado", en: "State" } },
    uid: { words: { es: "Número de la app", en: "Number of the app" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    program: { words: { es: "Programa", en: "Program" } },
    app: { words: { es: "App", en: "App" } },
  },
};
