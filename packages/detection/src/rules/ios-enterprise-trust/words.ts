import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Permiso para apps de empresas", en: "Trust in apps of companies" },
  title: {
    es: "Alguien cambió si el teléfono acepta apps de empresas",
    en: "Somebody changed whether the phone trusts apps of companies",
  },
  why: {
    es: "Para abrir una app que no viene de la App Store hay que confiar en quien la hizo. El teléfono anotó un cambio así.",
    en: "To open an app that is not from the App Store one has to trust whoever made it. The phone noted such a change.",
  },
  otherwise: {
    es: "Es normal si instalaste una app del trabajo o de prueba.",
    en: "It is ordinary if you installed an app of your employer or a test app.",
  },
  next: {
    es: "Piensa si fuiste tú. Si hay también una app que no conoces, guarda este archivo y habla con una línea de ayuda.",
    en: "Think whether it was you. If there is also an app that you do not know, keep this file and talk to a helpline.",
  },
} satisfies Record<string, Words>;
