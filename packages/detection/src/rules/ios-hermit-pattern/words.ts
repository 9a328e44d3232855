import { type Lang, type Params, say, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

type Case = "company" | "looks" | "sms";

const NO_SIGN: Readonly<Record<Lang, string>> = {
  es: "En iPhone, Hermit no deja una señal pública que buscar: solo se puede ver que se parece.",
  en: "On an iPhone Hermit leaves no public sign to look for: one can only see that this looks alike.",
};

const WHY: Readonly<Record<Case, Words>> = {
  company: {
    es: (p) =>
      `El permiso está a nombre de «${p.team}». La prensa contó en 2022 que el programa espía Hermit usaba un permiso de esa empresa. ${NO_SIGN.es}`,
    en: (p) =>
      `The permit is in the name of “${p.team}”. In 2022 the press told that the spyware Hermit used a permit of that company. ${NO_SIGN.en}`,
  },
  looks: {
    es: (p) =>
      `«${p.like}» suena a una compañía de teléfono o a una app de mensajes, pero llegó con el permiso de una empresa. Las de verdad vienen de la App Store. Hermit llegaba así en 2022. ${NO_SIGN.es}`,
    en: (p) =>
      `“${p.like}” sounds like a telephone company or an app for messages, but it came with the permit of a company. The real ones come from the App Store. Hermit came this way in 2022. ${NO_SIGN.en}`,
  },
  sms: {
    es: (p) =>
      `«${p.app}» llegó con el permiso de una empresa. En los dos días de antes llegó un SMS con un enlace, de alguien que no está en tus contactos. Hermit llegaba así en 2022. ${NO_SIGN.es}`,
    en: (p) =>
      `“${p.app}” came with the permit of a company. In the two days before, an SMS with a link came from somebody who is not among your contacts. Hermit came this way in 2022. ${NO_SIGN.en}`,
  },
};
const caseOf = (p: Params): Case => (Object.hasOwn(WHY, p.case ?? "") ? (p.case as Case) : "sms");

export const words: RuleWords = {
  name: {
    es: "Lo que se publicó de los ataques con Hermit",
    en: "What was published about the attacks with Hermit",
  },
  title: {
    es: "Una app llegó con el permiso de una empresa, como las de Hermit",
    en: "An app came with a company's permit, as those of Hermit did",
  },
  why: { es: (p) => say(WHY[caseOf(p)], "es", p), en: (p) => say(WHY[caseOf(p)], "en", p) },
  otherwise: {
    es: "Una app del trabajo o de prueba, cuyo enlace te mandaron por SMS.",
    en: "An app of your employer or a test app, whose link came by SMS.",
  },
  next: {
    es: "Si es de tu trabajo, dilo y deja de salir. Si no, no la abras ni la borres. Muéstrala a una línea de ayuda, desde otro aparato.",
    en: "If it is of your employer, say so and it goes away. If not, neither open nor delete it. Show it to a helpline, from another device.",
  },
};
