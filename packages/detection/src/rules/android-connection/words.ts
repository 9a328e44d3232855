import type { Lang, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Way = "vpn" | "proxy" | "dns" | "certificate";

export const WAYS: Readonly<Record<Way, Readonly<Record<Lang, string>>>> = {
  vpn: { es: "una VPN", en: "a VPN" },
  proxy: { es: "un intermediario (proxy)", en: "a middleman (proxy)" },
  dns: { es: "quien resuelve las direcciones (DNS)", en: "who resolves addresses (DNS)" },
  certificate: { es: "un certificado agregado", en: "an added certificate" },
};

export const words: RuleWords = {
  name: {
    es: "VPN, proxy, DNS o certificado que nadie más que tú puede reconocer",
    en: "VPN, proxy, DNS or certificate that only you can recognise",
  },
  title: { es: (p) => `¿Conoces esto: ${p.name}?`, en: (p) => `Do you know this: ${p.name}?` },
  why: {
    es: (p) => `En el celular es ${p.what_es}. Quien lo maneja puede ver con quién te conectas.`,
    en: (p) => `On the phone it is ${p.what_en}. Whoever runs it can see whom you connect to.`,
  },
  otherwise: {
    es: "Las apps de VPN, los bloqueadores de anuncios, el trabajo y las redes de escuelas hacen esto. Casi siempre se puso a propósito.",
    en: "VPN apps, ad blockers, employers and networks of schools do this. Nearly always it was set up on purpose.",
  },
  next: {
    es: "Si lo conoces, dilo y deja de salir. Si no, no lo quites todavía: anótalo y pregunta a una línea de ayuda.",
    en: "If you know it, say so and it goes away. If not, do not remove it yet: write it down and ask a helpline.",
  },
} satisfies Record<string, Words>;
