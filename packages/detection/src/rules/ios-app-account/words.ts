import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Apps de otra cuenta de Apple", en: "Apps of another Apple Account" },
  title: {
    es: (p) => plural(p.count!, "Una app es de otra cuenta de Apple", `${p.count} apps son de otra cuenta de Apple`),
    en: (p) => plural(p.count!, "One app is of another Apple Account", `${p.count} apps are of another Apple Account`),
  },
  why: {
    es: (p) =>
      `${p.apps}. La mayoría de las apps son de una cuenta; estas, de ${plural(p.accounts!, "otra", `otras ${p.accounts}`)}. Alguien pudo entrar con su propia cuenta en este teléfono.`,
    en: (p) =>
      `${p.apps}. Most apps are of one account; these are of ${plural(p.accounts!, "another", `${p.accounts} others`)}. Somebody may have signed in on this phone with an account of their own.`,
  },
  otherwise: {
    es: "Apps que comparte la familia, una cuenta anterior tuya, u otra cuenta para la tienda de otro país.",
    en: "Apps that a family shares, an earlier account of yours, or another account for the store of another country.",
  },
  next: {
    es: "Mira si reconoces esas apps. Si no, no las borres todavía: muéstralas a quien te ayude.",
    en: "See whether you recognise these apps. If not, do not delete them yet: show them to whoever helps you.",
  },
} satisfies Record<string, Words>;
