import { plural } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Servidores sin nombre", en: "Servers without a name" },
  title: {
    es: (p) => `${p.client} llamó a ${plural(p.count!, "un servidor", `${p.count} servidores`)} sin buscar su nombre`,
    en: (p) => `${p.client} called ${plural(p.count!, "a server", `${p.count} servers`)} without looking up a name`,
  },
  why: {
    es: (p) =>
      `Ese aparato ya sabía el número: ${p.where}. Casi todo lo demás busca primero un nombre.${p.hidden === 1 ? " Pero en esta captura hubo búsquedas cifradas o una VPN, que esconden los nombres." : ""}`,
    en: (p) =>
      `That device knew the number already: ${p.where}. Nearly all else looks up a name first.${p.hidden === 1 ? " But this capture had encrypted look-ups or a VPN, which hide the names." : ""}`,
  },
  otherwise: {
    es: "Llamadas, juegos, descargas entre personas, y apps que guardan números. O un nombre que se buscó antes de la captura.",
    en: "Calls, games, downloads between people, and apps that keep numbers. Or a name that was looked up before the capture.",
  },
  next: {
    es: "Por sí mismo no dice nada. Mira en los registros cuánto se mandó a cada uno, y cuándo.",
    en: "By itself it says nothing. Look in the records how much was sent to each, and when.",
  },
};
