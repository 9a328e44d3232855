/** Names of what can happen in a case. es is the source. @module */
import type { Words } from "@contraluz/core";

/** Names of actions, for the log. */
export const ACTION: Readonly<Record<string, Words>> = {
  created: { es: "se abrió el caso", en: "case opened" },
  actor: { es: "persona del caso", en: "person of the case" },
  consent: { es: "consentimiento", en: "consent" },
  withdrawal: { es: "consentimiento retirado", en: "consent withdrawn" },
  intake: { es: "entró evidencia", en: "evidence taken in" },
  window: { es: "teléfono fuera de sus manos", en: "phone out of their hands" },
  known: { es: "la persona lo reconoce", en: "known to the person" },
  check: { es: "revisión", en: "check" },
  recheck: { es: "revisión con señales nuevas", en: "re-check with new signs" },
  note: { es: "nota", en: "note" },
  tag: { es: "etiqueta", en: "tag" },
  story: { es: "relato", en: "story" },
  review: { es: "decisión", en: "decision" },
  reproduced: { es: "revisión repetida por otra persona", en: "redone by somebody else" },
  clock: { es: "corrección de reloj", en: "correction of a clock" },
  incident: { es: "incidente", en: "incident" },
  status: { es: "estado", en: "status" },
  export: { es: "exportación", en: "export" },
  dossier: { es: "expediente", en: "dossier" },
  "pack-sent": { es: "paquete enviado", en: "pack sent" },
  "pack-received": { es: "paquete recibido", en: "pack received" },
  recipients: { es: "quién puede abrirlo", en: "who can open it" },
  "lab-added": { es: "registros llevados a un laboratorio", en: "records taken to a lab" },
  "lab-removed": { es: "registros quitados de un laboratorio", en: "records taken out of a lab" },
  archive: { es: "lectura de documentos", en: "documents read" },
  correction: { es: "corrección a mano de una página", en: "page corrected by hand" },
  removed: { es: "se borró", en: "removed" },
  problem: { es: "problema", en: "problem" },
};
