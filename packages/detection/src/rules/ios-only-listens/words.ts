import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Apps que usan el micrófono y nada más", en: "Apps that use the microphone and nothing else" },
  title: {
    es: (p) =>
      p.app === ""
        ? `¿Conoces ${plural(p.apps!, "otra app que usa", `otras ${p.apps} apps que usan`)} el micrófono y nada más?`
        : p.servers === ""
          ? "¿Conoces esta app? Usa el micrófono y nada más"
          : "Servidores con los que habló esa app",
    en: (p) =>
      p.app === ""
        ? `Do you know ${plural(p.apps!, "another app that uses", `another ${p.apps} apps that use`)} the microphone and nothing else?`
        : p.servers === ""
          ? "Do you know this app? It uses the microphone and nothing else"
          : "Servers that this app talked to",
  },
  why: {
    es: (p) =>
      p.app === ""
        ? `Cada una usó el micrófono ${p.uses} veces o más en siete días, y ni cámara, ni fotos, ni contactos, ni ubicación.`
        : p.servers === ""
          ? `${p.app} usó el micrófono ${p.uses} veces en siete días${Number(p.nights) > 0 ? `, ${p.nights} de ellas entre medianoche y las seis` : ""}. No usó cámara, fotos, contactos ni ubicación. Una app puesta para escuchar se ve así.`
          : `${p.app} es la que usó el micrófono y nada más. En esos días habló con: ${p.servers}. Eso no es malo por sí mismo: le sirve a quien te ayude.`,
    en: (p) =>
      p.app === ""
        ? `Each used the microphone ${p.uses} times or more in seven days, and no camera, photos, contacts or location.`
        : p.servers === ""
          ? `${p.app} used the microphone ${p.uses} times in seven days${Number(p.nights) > 0 ? `, ${p.nights} of them between midnight and six` : ""}. It used no camera, photos, contacts or location. An app that was put there to listen looks like this.`
          : `${p.app} is the one that used the microphone and nothing else. In those days it talked to: ${p.servers}. That is not bad by itself: it helps whoever helps you.`,
  },
  otherwise: {
    es: "Una grabadora, un afinador, una app que reconoce canciones, que cuenta cómo duermes o que llama por internet.",
    en: "A recorder, a tuner, an app that recognises songs, follows your sleep, or calls over the internet.",
  },
  next: {
    es: "Si la conoces y la usas, está explicado. Si no, no la quites todavía: guarda esta copia y pregunta a una línea de ayuda.",
    en: "If you know it and use it, that explains it. If not, do not remove it yet: keep this copy and ask a helpline.",
  },
} satisfies Record<string, Words>;
