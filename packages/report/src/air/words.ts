/** Words of what was around: for the page, and for a terminal. @module */
import { count, type Lang, plural } from "@contraluz/core";

export interface AirWords {
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  readonly hours: (zone: string) => string;
  readonly machines: string;
  readonly talk: string;
  readonly talkMore: string;
  readonly talkOf: (sent: string, hours: number, most: string) => string;
  readonly map: (machines: number, cameras: number, asked: number) => string;
  readonly mapMore: string;
  readonly internet: string;
  readonly camera: Readonly<Record<"lead" | "ask", string>>;
  readonly router: string;
  readonly number: (n: number) => string;
  readonly cells: string;
  readonly cellsMore: string;
  readonly cellsHide: string;
  readonly tags: string;
  readonly tagsMore: string;
  readonly events: string;
  readonly eventsMore: string;
  readonly quiet: string;
  readonly unnamed: string;
  readonly area: (n: number) => string;
  readonly cell: (n: number) => string;
  readonly heard: (n: number) => string;
  readonly undated: string;
  readonly near: (minutes: number) => string;
  readonly others: (n: number) => string;
  readonly state: Readonly<Record<"away" | "near" | "unknown", string>>;
  readonly tag: Readonly<Record<string, string>>;
  readonly fromTo: (from: string, to: string) => string;
}

const es: AirWords = {
  title: "Qué se oyó alrededor",
  intro: "Es lo que habló mientras se guardaba. Lo que estaba callado o apagado no está aquí.",
  none: "En este resultado no hay aparatos, antenas ni rastreadores. Los hay si se revisó una captura.",
  hours: (zone) => `Las horas son de ${zone}.`,
  machines: "Quién está en este cuarto",
  talk: "Cuánto habló cada hora",
  talkMore: "Cada barra es una hora. Más alta es más datos mandados, sumados todos los aparatos.",
  talkOf: (sent, hours, most) =>
    `Mandó ${sent} en ${plural(hours, "una hora", `${count(hours)} horas`)}. La mayor: ${most}.`,
  map: (machines, cameras, asked) =>
    `Mapa de ${plural(machines, "un aparato", `${count(machines)} aparatos`)}. ${plural(cameras, "Uno parece una cámara", `${count(cameras)} parecen una cámara`)}. ${plural(asked, "De uno preguntamos si lo conoces", `De ${count(asked)} preguntamos si los conoces`)}.`,
  mapMore:
    "Cada ventana es un aparato, con el número de la lista. Encendida: manda datos hacia afuera, o por el aire. Línea más gruesa: manda más. Un rombo pide atención.",
  internet: "Internet",
  camera: { lead: "Parece una cámara", ask: "¿Lo conoces? Puede ser una cámara" },
  router: "lleva a internet, o es de una red",
  number: (n) => `Aparato ${n}`,
  cells: "Antenas de celular, en el tiempo",
  cellsMore: "Cada barra va de la primera a la última vez que se oyó esa antena.",
  cellsHide: "Faltan las antenas de 3G y 5G, y las que nadie oyó.",
  tags: "Rastreadores, en el tiempo",
  tagsMore: "Cada barra es un rato en que estuvo cerca.",
  events: "Qué pasó y cuándo",
  eventsMore: "Son las horas de los hallazgos de este resultado.",
  quiet: "Nada de esto se marcó.",
  unnamed: "sin nombre",
  area: (n) => `zona ${n}`,
  cell: (n) => `antena ${n}`,
  heard: (n) => plural(n, "se oyó una vez", `se oyó ${count(n)} veces`),
  undated: "sin hora: el reloj no estaba puesto",
  near: (minutes) => `cerca durante ${plural(minutes, "un minuto", `${count(minutes)} minutos`)}`,
  others: (n) => plural(n, "Y uno más", `Y ${count(n)} más`),
  state: { away: "lejos de su dueño", near: "con su dueño", unknown: "no dice de quién es" },
  tag: {
    airtag: "AirTag",
    airpods: "AirPods",
    device: "aparato de Apple sin internet",
    "find-my": "rastreador de la red Buscar de Apple",
    "find-hub": "rastreador de la red de Google",
    smarttag: "SmartTag de Samsung",
    tile: "Tile",
    chipolo: "Chipolo",
    pebblebee: "Pebblebee",
    dult: "rastreador",
  },
  fromTo: (from, to) => `${from} a ${to}`,
};

const en: AirWords = {
  title: "What was heard around",
  intro: "This is what spoke while the recording ran. What was silent or off is not here.",
  none: "This result has no machines, cells or trackers. It has them if a capture was checked.",
  hours: (zone) => `Hours are of ${zone}.`,
  machines: "Who is in this room",
  talk: "How much was said each hour",
  talkMore: "Each bar is an hour. Taller means more data sent, all machines together.",
  talkOf: (sent, hours, most) =>
    `It sent ${sent} in ${plural(hours, "one hour", `${count(hours)} hours`)}. The most: ${most}.`,
  map: (machines, cameras, asked) =>
    `Map of ${plural(machines, "one machine", `${count(machines)} machines`)}. ${plural(cameras, "One looks like a camera", `${count(cameras)} look like a camera`)}. ${plural(asked, "Of one we ask whether you know it", `Of ${count(asked)} we ask whether you know them`)}.`,
  mapMore:
    "Each window is a machine, with its number in the list. Lit: it sends data outside, or over the air. A thicker line: it sends more. A diamond asks for a look.",
  internet: "Internet",
  camera: { lead: "It looks like a camera", ask: "Do you know it? It may be a camera" },
  router: "it leads to the internet, or is of a network",
  number: (n) => `Machine ${n}`,
  cells: "Cells of mobile networks, over time",
  cellsMore: "Each bar goes from the first to the last time that this cell was heard.",
  cellsHide: "Cells of 3G and 5G are missing, and those that nobody heard.",
  tags: "Trackers, over time",
  tagsMore: "Each bar is a while in which it was near.",
  events: "What happened, and when",
  eventsMore: "These are the times of the findings of this result.",
  quiet: "Nothing of this was marked.",
  unnamed: "without a name",
  area: (n) => `area ${n}`,
  cell: (n) => `cell ${n}`,
  heard: (n) => plural(n, "heard once", `heard ${count(n)} times`),
  undated: "without an hour: the clock was not set",
  near: (minutes) => `near for ${plural(minutes, "one minute", `${count(minutes)} minutes`)}`,
  others: (n) => plural(n, "And one more", `And ${count(n)} more`),
  state: { away: "away from its owner", near: "with its owner", unknown: "it does not say whose it is" },
  tag: {
    airtag: "AirTag",
    airpods: "AirPods",
    device: "a device of Apple without internet",
    "find-my": "a tracker of Apple's Find My network",
    "find-hub": "a tracker of Google's network",
    smarttag: "Samsung SmartTag",
    tile: "Tile",
    chipolo: "Chipolo",
    pebblebee: "Pebblebee",
    dult: "a tracker",
  },
  fromTo: (from, to) => `${from} to ${to}`,
};

export const AIR: Readonly<Record<Lang, AirWords>> = { es, en };

/** What a tag is called; its own name of a kind that is not known. */
export function tagWords(type: string, model: string | undefined, lang: Lang): string {
  const { tag } = AIR[lang];
  for (const name of [model, type]) if (name !== undefined && Object.hasOwn(tag, name)) return tag[name]!;
  return tag.dult!;
}
