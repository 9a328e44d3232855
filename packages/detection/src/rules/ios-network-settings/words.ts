import type { Lang, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "VPN, DNS o filtro que solo tú puedes reconocer", en: "VPN, DNS or filter that only you can recognise" },
  title: { es: (p) => `¿Conoces esto: ${p.name}?`, en: (p) => `Do you know this: ${p.name}?` },
  why: {
    es: (p) =>
      `Está puesto en el teléfono como: ${p.what_es}.${p.servers ? ` Manda la conexión a: ${p.servers}.` : ""} Quien lo maneja puede ver con quién te conectas.`,
    en: (p) =>
      `It is set up on the phone as: ${p.what_en}.${p.servers ? ` It sends the connection to: ${p.servers}.` : ""} Whoever runs it can see whom you connect to.`,
  },
  otherwise: {
    es: "Las apps de VPN, los bloqueadores de anuncios, el trabajo y los filtros para familias hacen esto. Casi siempre se puso a propósito.",
    en: "VPN apps, ad blockers, employers and family filters do this. Nearly always it was set up on purpose.",
  },
  next: {
    es: "Si lo conoces, dilo y deja de salir. Si no, no lo quites todavía: anótalo y pregunta a una línea de ayuda.",
    en: "If you know it, say so and it goes away. If not, do not remove it yet: write it down and ask a helpline.",
  },
} satisfies Record<string, Words>;

export const WHAT: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  vpn: { es: "una VPN", en: "a VPN" },
  "always-on-vpn": { es: "una VPN que no se apaga", en: "a VPN that stays on" },
  "app-vpn": { es: "una VPN para algunas apps", en: "a VPN for some apps" },
  "content-filter": { es: "un filtro de contenido", en: "a content filter" },
  "dns-proxy": { es: "quien resuelve las direcciones (DNS)", en: "who resolves addresses (DNS)" },
  dns: { es: "quien resuelve las direcciones (DNS)", en: "who resolves addresses (DNS)" },
  relay: { es: "un intermediario (relay)", en: "a middleman (relay)" },
  "url-filter": { es: "un filtro de direcciones", en: "a filter of addresses" },
  proxy: { es: "un intermediario (proxy)", en: "a middleman (proxy)" },
};
