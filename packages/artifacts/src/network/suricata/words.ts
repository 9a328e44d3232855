import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que dijo Suricata", en: "What Suricata said" },
  shows: {
    es: "Los avisos de Suricata sobre la captura, como los guardan SpyGuard y PiRogue.",
    en: "The alerts of Suricata about the capture, as SpyGuard and PiRogue keep them.",
  },
  hides: {
    es: "Si la regla que avisó es buena. No comprobamos nada de esto.",
    en: "Whether the rule that alerted is a good one. Nothing of this was checked by us.",
  },
};

export const fields: ArtifactFields = {
  alert: {
    signature: { words: { es: "Regla de Suricata", en: "Rule of Suricata" } },
    number: { words: { es: "Número de la regla", en: "Number of the rule" } },
    category: { words: { es: "Clase de aviso", en: "Class of alert" } },
    severity: {
      words: { es: "Gravedad, según la regla (1 es la mayor)", en: "Severity, as the rule says (1 is the highest)" },
    },
    client: { words: { es: "De qué dirección", en: "From which address" } },
    clientPort: { words: { es: "De qué puerto", en: "From which port" } },
    server: { words: { es: "A qué dirección", en: "To which address" } },
    port: { words: { es: "A qué puerto", en: "To which port" } },
    transport: { words: { es: "Transporte", en: "Transport" } },
    app: { words: { es: "Protocolo", en: "Protocol" } },
  },
  events: {
    alerts: { words: { es: "Avisos", en: "Alerts" } },
    kinds: { words: { es: "Sucesos de cada clase", en: "Events of each kind" } },
  },
};
