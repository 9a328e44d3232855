import { count, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Programas que faltan en el uso de la red", en: "Programs missing from the network use" },
  title: { es: "Faltan programas en una lista de iOS", en: "Programs are missing from a list of iOS" },
  why: {
    es: (p) =>
      `iOS numera los programas que usan la red, y ${plural(p.count!, "falta 1 número", `faltan ${count(p.count!)} números`)}. Pegasus borró filas de esta lista, pero iOS también lo hace.`,
    en: (p) =>
      `iOS numbers the programs that use the network, and ${plural(p.count!, "1 number is", `${count(p.count!)} numbers are`)} missing. Pegasus wiped rows of this list, but so does iOS.`,
  },
  otherwise: {
    es: "Casi siempre iOS borra programas que ya no usan la red, o apps que se quitaron.",
    en: "Nearly always iOS drops programs that no longer use the network, or apps that were removed.",
  },
  next: {
    es: "Por sí solo no dice nada. Guarda el respaldo: quien te ayude puede compararlo con otro más adelante.",
    en: "By itself it says nothing. Keep the backup: whoever helps you can compare it with another one later.",
  },
} satisfies Record<string, Words>;
