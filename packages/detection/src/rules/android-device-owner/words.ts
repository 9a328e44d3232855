import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Quién administra el celular o el perfil de trabajo",
    en: "Who administers the phone or the work profile",
  },
  title: {
    es: (p) => `¿Conoces a quien administra ${p.device ? "este celular" : "una parte de este celular"}? ${p.app}`,
    en: (p) => `Do you know who administers ${p.device ? "this phone" : "a part of this phone"}? ${p.app}`,
  },
  why: {
    es: (p) =>
      `${p.device ? "Esta app manda en todo el celular: puede instalar y esconder apps, ver dónde está y borrarlo." : "Esta app manda en un perfil de trabajo: en sus apps, sus datos y su conexión."}${p.file ? " No vino de una tienda de apps." : ""}`,
    en: (p) =>
      `${p.device ? "This app rules the whole phone: it can install and hide apps, see where it is, and erase it." : "This app rules a work profile: its apps, its data and its connection."}${p.file ? " It did not come from an app store." : ""}`,
  },
  otherwise: {
    es: "Casi siempre es el trabajo o la escuela. También hay apps que hacen un perfil aparte, como Shelter o Island.",
    en: "Nearly always it is an employer or a school. There are also apps that make a separate profile, like Shelter or Island.",
  },
  next: {
    es: "Si sabes de quién es, dilo y deja de salir. Si no, no lo quites todavía: pregunta a una línea de ayuda.",
    en: "If you know whose it is, say so and it goes away. If not, do not remove it yet: ask a helpline.",
  },
} satisfies Record<string, Words>;
