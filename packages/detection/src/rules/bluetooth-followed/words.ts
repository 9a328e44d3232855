import { type Lang, type Params, plural, say, type Words } from "@contraluz/core";
import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

/** What a person calls it. */
export type Kind =
  | "airtag"
  | "airpods"
  | "apple"
  | "find-my"
  | "find-hub"
  | "smarttag"
  | "dult"
  | "tile"
  | "chipolo"
  | "pebblebee"
  | "other";

const KINDS: Readonly<Record<Kind, Words>> = {
  airtag: { es: "un AirTag de Apple", en: "an AirTag of Apple" },
  airpods: { es: "unos audífonos de Apple (AirPods)", en: "earbuds of Apple (AirPods)" },
  apple: { es: "un teléfono o computadora de Apple sin internet", en: "a phone or computer of Apple without internet" },
  "find-my": { es: "un rastreador de la red Buscar de Apple", en: "a tracker of Apple's Find My network" },
  "find-hub": { es: "un rastreador de la red de Google", en: "a tracker of Google's network" },
  smarttag: { es: "un SmartTag de Samsung", en: "a SmartTag of Samsung" },
  dult: { es: "un rastreador de Apple o de Google", en: "a tracker of Apple or of Google" },
  tile: { es: "un rastreador Tile", en: "a Tile tracker" },
  chipolo: { es: "un rastreador Chipolo", en: "a Chipolo tracker" },
  pebblebee: { es: "un rastreador Pebblebee", en: "a Pebblebee tracker" },
  other: { es: "un rastreador", en: "a tracker" },
};

const heard = (p: Params): boolean => p.case === "heard";
const asks = (p: Params): boolean => p.asks === 1;

function what(p: Params, lang: Lang): string {
  const name = say(KINDS[p.kind as Kind] ?? KINDS.other, lang, p);
  return p.name === "" ? name : `${name} (${p.name})`;
}

function title(p: Params, lang: Lang): string {
  const time = lang === "es" ? p.time_es : p.time_en;
  if (lang === "es") {
    if (heard(p)) return "Rastreadores que se oyeron, y lo que no se ve";
    if (p.case === "strong") return `¿Conoces este rastreador? Estuvo cerca ${time}: ${what(p, lang)}`;
    return asks(p)
      ? `¿Es tuyo? Fue contigo ${time}: ${what(p, lang)}`
      : `Fue contigo ${time}, lejos de su dueño: ${what(p, lang)}`;
  }
  if (heard(p)) return "Trackers that were heard, and what does not show";
  if (p.case === "strong") return `Do you know this tracker? It was near for ${time}: ${what(p, lang)}`;
  return asks(p)
    ? `Is it yours? It went with you for ${time}: ${what(p, lang)}`
    : `It went with you for ${time}, away from its owner: ${what(p, lang)}`;
}

function counted(p: Params, lang: Lang): string {
  const [tags, others] = [Number(p.tags), Number(p.others)];
  if (lang === "es") {
    if (tags === 0) return "Se oyeron aparatos de Bluetooth. Ninguno era un rastreador conocido.";
    const rest = plural(
      others,
      "Uno se quedó atrás o pasó de largo.",
      `${others} se quedaron atrás o pasaron de largo.`,
    );
    return `${plural(tags, "Se oyó un rastreador.", `Se oyeron ${tags} rastreadores.`)}${others > 0 ? ` ${rest}` : ""}`;
  }
  if (tags === 0) return "Devices of Bluetooth were heard. None was a tracker that is known.";
  const rest = plural(others, "One stayed behind or passed by.", `${others} stayed behind or passed by.`);
  return `${plural(tags, "One tracker was heard.", `${tags} trackers were heard.`)}${others > 0 ? ` ${rest}` : ""}`;
}

function why(p: Params, lang: Lang): string {
  if (heard(p)) return counted(p, lang);
  const out: string[] = [];
  const n = p.places;
  const es = lang === "es";
  if (p.case === "strong")
    out.push(
      es
        ? "Su señal fue fuerte todo el tiempo: estaba a pocos metros. No se ve que hayas cambiado de lugar."
        : "Its signal was strong all the time: it was some metres away. It does not show that you went elsewhere.",
    );
  else if (p.track === 1)
    out.push(
      es
        ? `Según tu recorrido, estuvo en ${n} lugares o trayectos.`
        : `By your track it was in ${n} places or on ways.`,
    );
  else
    out.push(
      es
        ? `Los aparatos de alrededor cambiaron y él siguió: al menos ${n} lugares.`
        : `The devices around changed and it stayed: at least ${n} places.`,
    );
  if (p.uncertain === 1)
    out.push(
      es
        ? `Cambió de dirección: juntamos ${p.addresses} por su hora y su fuerza. Eso no es seguro.`
        : `It changed its address: ${p.addresses} were put together by time and strength. That is not certain.`,
    );
  if (p.away !== 1 && p.case === "along")
    out.push(es ? "Este tipo no dice si su dueño está cerca." : "This kind does not tell whether its owner is near.");
  out.push(es ? `Su dirección: ${p.address}.` : `Its address: ${p.address}.`);
  return out.join(" ");
}

const rule: RuleWords = withRest(
  {
    name: { es: "Un rastreador que va con la persona", en: "A tracker that goes along with a person" },
    title: { es: (p) => title(p, "es"), en: (p) => title(p, "en") },
    why: { es: (p) => why(p, "es"), en: (p) => why(p, "en") },
    otherwise: {
      es: (p) =>
        heard(p)
          ? "No se ven los rastreadores con GPS y SIM propios, los que están apagados o guardados en metal, ni los de marcas que no conocemos."
          : "Tus llaves, tu mochila o tu coche pueden llevar uno. También el de un familiar o de quien viaja contigo, o algo prestado.",
      en: (p) =>
        heard(p)
          ? "Trackers with GPS and a SIM of their own do not show. Nor do those that are off or inside metal, or of makers that we do not know."
          : "Your keys, bag or car may carry one. So may family, whoever travels with you, or something borrowed.",
    },
    next: {
      es: (p) =>
        heard(p)
          ? "Si algo te preocupa, captura otra vez durante un trayecto con varios lugares. Revisa también el coche con alguien de confianza."
          : "Si es tuyo o lo conoces, dilo y deja de salir. Si no, busca en bolsas, ropa y coche, y toma fotos. Antes de apagarlo habla con una línea de ayuda: quien lo puso lo notará.",
      en: (p) =>
        heard(p)
          ? "If something worries you, capture again on a way with several places. Look at the car, too, with somebody you trust."
          : "If it is yours or you know it, say so and it goes away. If not, look in bags, clothes and car, and take photos. Before you switch it off talk to a helpline: whoever put it there will notice.",
    },
  },
  {
    es: (p) => `También ${more(p, "fue contigo un rastreador más", "fueron contigo otros rastreadores")}`,
    en: (p) => `${more(p, "One more tracker went", "more trackers went")} along with you, too`,
  },
  { es: "Sus direcciones están en los registros.", en: "Their addresses are in the records." },
);

export const words: { readonly kinds: Readonly<Record<Kind, Words>>; readonly rule: RuleWords } = {
  kinds: KINDS,
  rule,
};
