/**
 * Whom to call: the one place where addresses of helplines stand, with who is meant, in which languages, when and by what way
 * they answer, and the public pages that say so. None was checked with the organisation itself. What the pages do not say is left
 * out, not guessed.
 * Addresses are plain text on purpose: a link would be opened on the very device that may be watched.
 * @module
 */
import type { Lang } from "@contraluz/core";
import { HELPLINE_FACTS, type HelplineId } from "./helplines-words.ts";

/** `spyware`: looks for traces. `danger`: somebody is in danger. `partner`: of one's own home. `feelings`: fear and distress. */
export type HelplineFor = "spyware" | "danger" | "partner" | "feelings";
/** How one reaches them. `chat`: WhatsApp, Signal or Telegram; their page has the number. */
export type HelplineWay = "page" | "mail" | "phone" | "chat";

export interface Helpline {
  readonly id: HelplineId;
  readonly name: Readonly<Record<Lang, string>>;
  /** To be typed by hand on another device. */
  readonly address: string;
  readonly mail?: string;
  readonly phone?: string;
  readonly about: Readonly<Record<Lang, string>>;
  readonly for: HelplineFor;
  /** Languages that the sources name, of those that we speak. */
  readonly languages: readonly Lang[];
  /** Left out: not stated. */
  readonly hours?: "always";
  readonly ways: readonly HelplineWay[];
  /** Where people may call from: everywhere, Latin America, or a country (ISO 3166). */
  readonly where: "everywhere" | "latin-america" | "MX" | "US";
  readonly sources: readonly string[];
}

/** The day on which the sources of all of them were read: the list is gone through as a whole. */
export const HELPLINES_CHECKED = "2026-11-25";

const line = (id: HelplineId, facts: Omit<Helpline, "id" | "name" | "about">): Helpline => {
  const { es, en } = HELPLINE_FACTS;
  const [inEs, inEn] = [es.who[id], en.who[id]];
  return { id, name: { es: inEs[0], en: inEn[0] }, about: { es: inEs[1], en: inEn[1] }, ...facts };
};

/** Those that every result names. */
export const HELPLINES: readonly Helpline[] = [
  line("accessNow", {
    address: "accessnow.org/help",
    mail: "help@accessnow.org",
    for: "spyware",
    languages: ["es", "en"],
    hours: "always",
    ways: ["page", "mail"],
    where: "everywhere",
    sources: ["https://www.accessnow.org/help/helpline-faq/", "https://support.apple.com/HT212960"],
  }),
  line("socialTic", {
    address: "socialtic.org",
    for: "spyware",
    languages: ["es"],
    ways: ["page"],
    where: "latin-america",
    sources: [
      "https://forensics.socialtic.org/en/explainers/02-explainer-risks-threats/02-explainer-risks-threats.html",
      "https://www.noroeste.com.mx/colaboraciones/espionaje-por-defender-derechos-humanos-AK3783983",
    ],
  }),
  line("vitaActiva", {
    address: "vita-activa.org",
    for: "feelings",
    languages: ["es", "en"],
    ways: ["chat", "page"],
    where: "latin-america",
    sources: [
      "https://vita-activa.org/tag/que-hacemos/",
      "https://verificado.com.mx/vita-activa-linea-de-ayuda-que-cuida",
      "https://kota-alliance.org/blog-clone-1679685002646/2020/12/2/our-new-partner-organization-vita-activorg",
    ],
  }),
];

/** For whom the others do not fit. */
export const MORE_HELPLINES: readonly Helpline[] = [
  line("amnesty", {
    address: "securitylab.amnesty.org/get-help",
    for: "spyware",
    languages: ["en"],
    ways: ["page"],
    where: "everywhere",
    sources: ["https://securitylab.amnesty.org/digital-resources/", "https://github.com/mvt-project/mvt"],
  }),
  line("rsf", {
    address: "rsf.org/en/digital-security-lab",
    for: "spyware",
    languages: ["en"],
    ways: ["page"],
    where: "everywhere",
    sources: ["https://rsf.org/en/digital-security-lab", "https://safety.rsf.org/digital-security-lab/"],
  }),
  line("frontLine", {
    address: "frontlinedefenders.org/emergency-contact",
    for: "danger",
    languages: ["es", "en"],
    hours: "always",
    ways: ["page", "phone"],
    where: "everywhere",
    sources: [
      "https://www.influencewatch.org/non-profit/front-line-defenders/",
      "https://fdokumen.com/documents/dispatches-front-line-defenders-.html",
    ],
  }),
  line("stalkerware", {
    address: "stopstalkerware.org",
    for: "partner",
    languages: ["es", "en"],
    ways: ["page"],
    where: "everywhere",
    sources: ["https://stopstalkerware.org/", "http://stopstalkerware.org/es/"],
  }),
  line("refugios", {
    address: "rednacionalderefugios.org.mx",
    for: "partner",
    languages: ["es"],
    ways: ["page", "phone"],
    where: "MX",
    sources: [
      "https://rednacionalderefugios.org.mx/en/category/home/page/2",
      "https://www.razon.com.mx/mexico/cuatro-mujeres-son-atendidas-diariamente-refugios-proteccion-red-nacional-refugios-2024-586667",
    ],
  }),
  line("hotline", {
    address: "thehotline.org",
    phone: "1-800-799-7233",
    for: "partner",
    languages: ["es", "en"],
    hours: "always",
    ways: ["phone", "page"],
    where: "US",
    sources: [
      "https://www.consumer.ftc.gov/blog/2015/02/technology-tips-domestic-violence-and-stalking-victims",
      "https://times.courts.in.gov/2016/04/26/national-domestic-violence-hotline",
    ],
  }),
];

/** `español · a toda hora · correo · todo el mundo` */
export function helplineFacts(h: Helpline, lang: Lang): readonly string[] {
  const w = HELPLINE_FACTS[lang];
  return [
    h.languages.map((l) => w.languages[l]).join(", "),
    h.hours ? w.always : w.hoursUnknown,
    h.ways.map((way) => w.ways[way]).join(", "),
    w.where[h.where],
  ];
}
