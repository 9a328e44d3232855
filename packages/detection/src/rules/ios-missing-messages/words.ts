import { count, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Mensajes borrados", en: "Deleted messages" },
  title: {
    es: (p) =>
      p.what === "message" ? "Faltan mensajes en la cuenta del teléfono" : "Hay archivos cuyo mensaje ya no está",
    en: (p) =>
      p.what === "message" ? "Messages are missing from the phone’s count" : "There are files whose message is gone",
  },
  why: {
    es: (p) =>
      p.what === "message"
        ? `El teléfono numera los mensajes, y ${plural(p.count!, "falta 1 número", `faltan ${count(p.count!)} números`)}. Lo que decían esos mensajes no se puede revisar.`
        : `${plural(p.count!, "Queda 1 archivo adjunto sin el mensaje que lo traía", `Quedan ${count(p.count!)} archivos adjuntos sin el mensaje que los traía`)}. No sabemos quién los envió.`,
    en: (p) =>
      p.what === "message"
        ? `The phone numbers its messages, and ${plural(p.count!, "1 number is", `${count(p.count!)} numbers are`)} missing. What those messages said cannot be checked.`
        : `${plural(p.count!, "1 attachment is", `${count(p.count!)} attachments are`)} left without the message that carried them. We do not know who sent them.`,
  },
  otherwise: {
    es: "Casi siempre los borra quien usa el teléfono, o iOS si guarda los mensajes por un año o menos.",
    en: "Nearly always whoever uses the phone deletes them, or iOS does if messages are kept for a year or less.",
  },
  next: {
    es: "Si no borraste mensajes ni activaste ese ajuste, cuéntalo a quien te ayude.",
    en: "If you deleted no messages and did not turn that setting on, tell whoever helps you.",
  },
} satisfies Record<string, Words>;
