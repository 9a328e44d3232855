import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Pases de Wallet que mandó un desconocido en 2023",
    en: "Wallet passes that a stranger sent in 2023",
  },
  title: {
    es: (p) =>
      p.from !== ""
        ? "Un desconocido mandó un pase de Wallet por mensaje"
        : `${plural(p.senders!, "Otro desconocido mandó", `Otros ${p.senders} desconocidos mandaron`)} pases de Wallet por mensaje`,
    en: (p) =>
      p.from !== ""
        ? "A stranger sent a Wallet pass by message"
        : `${plural(p.senders!, "Another stranger", `Another ${p.senders} strangers`)} sent Wallet passes by message`,
  },
  why: {
    es: (p) =>
      `${p.from !== "" ? `«${p.from}» mandó` : plural(p.senders!, "Mandó", "Mandaron")} ${plural(p.count!, "un pase", `${p.count} pases`)} antes de que Apple cerrara una falla con la que así entraba Pegasus (BLASTPASS). De ese ataque no hay una señal pública que buscar: solo se puede ver que el mensaje se parece.`,
    en: (p) =>
      `${p.from !== "" ? `“${p.from}”` : plural(p.senders!, "The person", "They")} sent ${plural(p.count!, "a pass", `${p.count} passes`)} before Apple closed a fault through which Pegasus came in this way (BLASTPASS). There is no public sign of that attack to look for: one can only see that the message looks alike.`,
  },
  otherwise: {
    es: "Casi siempre es un boleto, una tarjeta de embarque o un cupón de una empresa que no está en tus contactos.",
    en: "Nearly always it is a ticket, a boarding pass or a coupon of a company that is not among your contacts.",
  },
  next: {
    es: "Mira si reconoces el pase, sin abrirlo ni borrarlo. Si no lo esperabas, guarda este respaldo y muéstralo a una línea de ayuda.",
    en: "See whether you recognise the pass, without opening or deleting it. If you did not expect it, keep this backup and show it to a helpline.",
  },
} satisfies Record<string, Words>;
