import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "WhatsApp: llamadas", en: "WhatsApp: calls" },
  shows: {
    es: "Llamadas y videollamadas de WhatsApp: quién llamó, cuándo, cuánto duró, si nadie contestó, y quién más estaba.",
    en: "Voice and video calls of WhatsApp: who called, when, how long, whether nobody answered, and who else was there.",
  },
  hides: {
    es: "Qué se dijo. De las llamadas borradas de la lista salen pocas.",
    en: "What was said. Few of the calls deleted from the list are in it.",
  },
};

const f = {
  incoming: { es: "Entró a este teléfono", en: "Came in to this phone" },
  video: { es: "Con video", en: "With video" },
  missed: {
    es: "Sin contestar (WhatsApp lo dice del grupo de llamadas seguidas)",
    en: "Missed (WhatsApp says it of calls in a row)",
  },
  caller: { es: "Quién la empezó", en: "Who started it" },
  with: { es: "Con quién", en: "With whom" },
  duration: { es: "Duración", en: "Duration" },
  outcome: { es: "Cómo terminó (número de WhatsApp)", en: "How it ended (number of WhatsApp)" },
  group: { es: "Grupo", en: "Group" },
  received: { es: "Recibido", en: "Received" },
  sent: { es: "Enviado", en: "Sent" },
  id: { es: "Identificador de la llamada", en: "Call identifier" },
  joinable: { es: "Otros podían unirse", en: "Others could join" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  call: {
    incoming: { words: f.incoming },
    video: { words: f.video },
    caller: { words: f.caller },
    with: { words: f.with },
    missed: { words: f.missed },
    joinable: { words: f.joinable },
    duration: { words: f.duration, unit: "s" },
    outcome: { words: f.outcome },
    group: { words: f.group },
    received: { words: f.received, unit: "B" },
    sent: { words: f.sent, unit: "B" },
    id: { words: f.id },
  },
};
