import type { Lang, Params, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const many = (p: Params): boolean => Number(p.count) > 1;

function whose(p: Params, lang: Lang): string {
  if (p.organization)
    return {
      es: `${many(p) ? "Estos dicen" : "Este dice"} ser de: ${p.organization}.`,
      en: `${many(p) ? "These say they are" : "This one says it is"} from: ${p.organization}.`,
    }[lang];
  return {
    es: many(p) ? "Estos no dicen de quién son." : "Este no dice de quién es.",
    en: many(p) ? "These do not say whose they are." : "This one does not say whose it is.",
  }[lang];
}

export const words: RuleWords = {
  name: {
    es: "Perfil instalado que nadie más que tú puede reconocer",
    en: "Installed profile that nobody but you can recognise",
  },
  title: {
    es: (p) => (many(p) ? `¿Conoces estos otros ${p.count} perfiles: ${p.name}?` : `¿Conoces el perfil «${p.name}»?`),
    en: (p) =>
      many(p) ? `Do you know these ${p.count} other profiles: ${p.name}?` : `Do you know the profile “${p.name}”?`,
  },
  why: {
    es: (p) =>
      `Un perfil cambia cómo funciona el teléfono. ${whose(p, "es")} ${many(p) ? "Pueden" : "Puede"} cambiar: ${p.what_es}.${p.servers ? ` ${many(p) ? "Mandan" : "Manda"} la conexión a: ${p.servers}.` : ""}${p.locked ? (many(p) ? " Alguno dice que no se puede quitar." : " Dice que no se puede quitar.") : ""} Quien ${many(p) ? "los" : "lo"} controla puede ver o dirigir esa parte.`,
    en: (p) =>
      `A profile changes how the phone works. ${whose(p, "en")} ${many(p) ? "They" : "It"} can change: ${p.what_en}.${p.servers ? ` ${many(p) ? "They send" : "It sends"} the connection to: ${p.servers}.` : ""}${p.locked ? (many(p) ? " At least one says that it cannot be removed." : " It says that it cannot be removed.") : ""} Whoever controls ${many(p) ? "them" : "it"} can see or steer that part.`,
  },
  otherwise: {
    es: "Los ponen empresas, escuelas, redes Wi-Fi, bloqueadores de anuncios y apps de VPN. La mayoría son normales.",
    en: "Employers, schools, Wi-Fi networks, ad blockers and VPN apps install them. Most are ordinary.",
  },
  next: {
    es: "Si lo conoces, dilo y deja de salir. Si no, no lo quites todavía: anótalo y pregunta a una línea de ayuda.",
    en: "If you know it, say so and it goes away. If not, do not remove it yet: write it down and ask a helpline.",
  },
} satisfies Record<string, Words>;

/** Of a profile that names nothing it changes. */
export const NOT_SAID: Readonly<Record<Lang, string>> = { es: "no lo dice", en: "it does not say" };

/** Of payloads whose type says nothing to anybody. */
export const OTHER: Readonly<Record<Lang, string>> = { es: "otros ajustes", en: "other settings" };

/** What a payload type means for the person. Source: Apple Configuration Profile Reference. */
export const PAYLOADS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "com.apple.mdm": { es: "control de una empresa o escuela (MDM)", en: "control by an employer or school (MDM)" },
  "com.apple.vpn.managed": { es: "por dónde sale tu conexión (VPN)", en: "the way your connection takes (VPN)" },
  "com.apple.vpn.managed.applayer": {
    es: "por dónde sale la conexión de una app (VPN)",
    en: "the way an app's connection takes (VPN)",
  },
  "com.apple.security.root": {
    es: "en qué certificados confía el teléfono",
    en: "which certificates the phone trusts",
  },
  "com.apple.security.pem": { es: "en qué certificados confía el teléfono", en: "which certificates the phone trusts" },
  "com.apple.security.pkcs1": {
    es: "en qué certificados confía el teléfono",
    en: "which certificates the phone trusts",
  },
  "com.apple.security.pkcs12": { es: "una identidad con certificado", en: "an identity with a certificate" },
  "com.apple.security.scep": { es: "una identidad con certificado", en: "an identity with a certificate" },
  "com.apple.security.acme": { es: "una identidad con certificado", en: "an identity with a certificate" },
  "com.apple.relay.managed": {
    es: "por qué intermediario pasa la web (relay)",
    en: "which middleman the web passes through (relay)",
  },
  "com.apple.dnsProxy.managed": {
    es: "quién resuelve las direcciones que visitas (DNS)",
    en: "who resolves the addresses you visit (DNS)",
  },
  "com.apple.cellular": { es: "tu conexión por datos móviles", en: "your connection over cellular" },
  "com.apple.apn.managed": { es: "tu conexión por datos móviles", en: "your connection over cellular" },
  "com.apple.eas.account": { es: "una cuenta de Exchange", en: "an Exchange account" },
  "com.apple.caldav.account": { es: "un calendario", en: "a calendar" },
  "com.apple.subscribedcalendar.account": { es: "un calendario", en: "a calendar" },
  "com.apple.carddav.account": { es: "una lista de contactos", en: "a list of contacts" },
  "com.apple.ldap.account": { es: "una lista de contactos", en: "a list of contacts" },
  "com.apple.webClip.managed": { es: "un ícono que abre una página", en: "an icon that opens a page" },
  "com.apple.app.lock": { es: "qué app puedes usar", en: "which app you can use" },
  "com.apple.webcontent-filter": { es: "qué páginas puedes ver (filtro)", en: "which pages you can see (filter)" },
  "com.apple.dnsSettings.managed": {
    es: "quién resuelve las direcciones que visitas (DNS)",
    en: "who resolves the addresses you visit (DNS)",
  },
  "com.apple.proxy.http.global": {
    es: "por qué intermediario pasa la web (proxy)",
    en: "which middleman the web passes through (proxy)",
  },
  "com.apple.wifi.managed": { es: "redes Wi-Fi", en: "Wi-Fi networks" },
  "com.apple.mail.managed": { es: "una cuenta de correo", en: "a mail account" },
  "com.apple.notificationsettings": {
    es: "qué avisos te muestra el teléfono",
    en: "which notices the phone shows you",
  },
  "com.apple.applicationaccess": { es: "restricciones del teléfono", en: "restrictions of the phone" },
};
