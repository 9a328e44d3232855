import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Pases de Wallet de 2023 que no mandó un contacto",
    en: "Wallet passes of 2023 that no contact sent",
  },
  title: {
    es: (p) =>
      p.from !== ""
        ? "Alguien que no está en tus contactos mandó un pase de Wallet"
        : `${plural(p.senders!, "Alguien más, que no está en tus contactos, mandó", `${p.senders} personas más, que no están en tus contactos, mandaron`)} pases de Wallet`,
    en: (p) =>
      p.from !== ""
        ? "Somebody who is not among your contacts sent a Wallet pass"
        : `${plural(p.senders!, "Somebody else who is", `Another ${p.senders} people who are`)} not among your contacts sent Wallet passes`,
  },
  why: {
    es: (p) =>
      `${p.from !== "" ? `«${p.from}» mandó` : plural(p.senders!, "Mandó", "Mandaron")} ${plural(p.count!, "un pase", `${p.count} pases`)} en los meses en que Pegasus podía entrar así, por una falla que Apple cerró en septiembre de 2023 (BLASTPASS). De ese ataque no hay una señal pública que buscar: solo se puede ver que el mensaje se parece.`,
    en: (p) =>
      `${p.from !== "" ? `“${p.from}”` : plural(p.senders!, "The person", "They")} sent ${plural(p.count!, "a pass", `${p.count} passes`)} in the months when Pegasus could come in this way, through a fault that Apple closed in September 2023 (BLASTPASS). There is no public sign of that attack to look for: one can only see that the message looks alike.`,
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
