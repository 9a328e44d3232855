/** A consent that allows everything; tests take away from it. @module */
import type { Consent } from "./types.ts";

export const CONSENT: Consent = {
  id: "c1",
  person: { label: "r1", name: "Rosa Inventada" },
  organisation: "Línea de prueba",
  purpose: "Saber si el teléfono tiene rastros de un programa espía.",
  artifacts: "all",
  content: true,
  copies: true,
  publication: "named",
  keepUntil: "2027-05-01",
  after: "delete",
  recipients: [
    { name: "Laboratorio Segundo", what: "pack" },
    { name: "Señales Compartidas", what: "indicators" },
    { name: "Abogada", what: "dossier" },
  ],
  incidents: true,
  given: { on: "2026-11-20", how: "signed" },
};
