import type { Params, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const PART_ES: Readonly<Record<string, string>> = {
  radio: "entre el teléfono y la antena",
  core: "entre el teléfono y la central",
  "2g": "en la red de 2G",
};
const PART_EN: Readonly<Record<string, string>> = {
  radio: "between the phone and the cell",
  core: "between the phone and the core of the network",
  "2g": "on the 2G network",
};
const part = (p: Params, of: Readonly<Record<string, string>>): string => of[String(p.part)] ?? of.radio!;

export const words: RuleWords = {
  name: { es: "Conexión sin cifrar con la antena", en: "Connection to a cell that is not encrypted" },
  title: {
    es: (p) =>
      p.case === "integrity"
        ? `La red eligió no firmar lo que se dice ${part(p, PART_ES)}`
        : `La red eligió no cifrar lo que se dice ${part(p, PART_ES)}`,
    en: (p) =>
      p.case === "integrity"
        ? `The network chose to sign nothing ${part(p, PART_EN)}`
        : `The network chose to encrypt nothing ${part(p, PART_EN)}`,
  },
  why: {
    es: (p) =>
      `Eligió «${p.name}» en ${p.times} de ${p.of} conexiones${p.where ? ` (${p.where})` : ""}. ${Number(p.whole) === 1 ? "Así fueron todas las de la grabación. " : ""}Sin cifrado, quien está cerca puede escuchar o cambiar lo que se dice.`,
    en: (p) =>
      `It chose “${p.name}” in ${p.times} of ${p.of} connections${p.where ? ` (${p.where})` : ""}. ${Number(p.whole) === 1 ? "All of the recording were like it. " : ""}Without encryption, whoever is near can hear or change what is said.`,
  },
  otherwise: {
    es: "Algunas redes no cifran esta parte, y en algunos países es lo común. También una llamada de emergencia, o una antena de prueba.",
    en: "Some networks do not encrypt this part, and in some countries that is common. Also an emergency call, or a test cell.",
  },
  next: {
    es: "Graba otra vez en otro lugar con la misma SIM. Si pasa nada más aquí, guarda la grabación y pregunta a una línea de ayuda. Mientras, usa apps que cifran por su cuenta.",
    en: "Record again at another place with the same SIM. If it happens only here, keep the recording and ask a helpline. Meanwhile use apps that encrypt on their own.",
  },
} satisfies Record<string, Words>;
