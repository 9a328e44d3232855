import { count, type Params, plural, type Words } from "@contraluz/core";
import { withRest } from "../../network/rest.ts";
import { span } from "../../network/time.ts";
import type { RuleWords } from "../../rule.ts";

/** What speaks for a camera. */
export type Sign =
  | "onvif"
  | "sadp"
  | "dhip"
  | "rtsp"
  | "stream"
  | "named"
  | "cloud"
  | "relay"
  | "maker"
  | "module"
  | "thing"
  | "small"
  | "unlisted";

const asks = (p: Params): boolean => p.asks === 1;

/** In the order in which they are told. */
export const SIGNS: Readonly<Record<Sign, Words>> = {
  onvif: { es: "dice que transmite video (ONVIF)", en: "it says that it transmits video (ONVIF)" },
  sadp: {
    es: "contesta como las cámaras y grabadoras de Hikvision",
    en: "it answers as cameras and recorders of Hikvision do",
  },
  dhip: {
    es: "contesta como las cámaras y grabadoras de Dahua",
    en: "it answers as cameras and recorders of Dahua do",
  },
  rtsp: { es: "ofrece video a quien se lo pide (RTSP)", en: "it offers video to whoever asks (RTSP)" },
  stream: {
    es: (p) => `mandó durante ${span(Number(p.seconds), "es")} algo que va como un video`,
    en: (p) => `for ${span(Number(p.seconds), "en")} it sent something that goes like a video`,
  },
  named: { es: "su nombre es de cámara", en: "its name is one of a camera" },
  cloud: { es: "llamó a un servicio de cámaras", en: "it called a service of cameras" },
  relay: {
    es: "busca paso por un intermediario, como las cámaras baratas",
    en: "it looks for a way through a relay, as cheap cameras do",
  },
  maker: { es: (p) => `la marca es de cámaras: ${p.maker}`, en: (p) => `the maker is one of cameras: ${p.maker}` },
  module: {
    es: (p) => `lleva un radio que usan enchufes, focos y cámaras baratas: ${p.maker}`,
    en: (p) => `it has a radio that plugs, bulbs and cheap cameras use: ${p.maker}`,
  },
  thing: { es: "se anuncia como enchufe o foco inteligente", en: "it tells of itself as smart plugs and bulbs do" },
  small: { es: "un aparato así no suele mandar tanto", en: "a thing of that kind seldom sends so much" },
  unlisted: { es: "no está en tu lista de aparatos", en: "it is not in your list of machines" },
};

const called = (p: Params): string => (p.name === "" ? `${p.mac}` : `${p.name} (${p.mac})`);

export const words: RuleWords = withRest(
  {
    name: { es: "Aparato de la red que parece una cámara", en: "Machine of the network that looks like a camera" },
    title: {
      es: (p) =>
        asks(p) ? `¿Conoces este aparato? Puede ser una cámara: ${called(p)}` : `Parece una cámara: ${called(p)}`,
      en: (p) =>
        asks(p) ? `Do you know this machine? It may be a camera: ${called(p)}` : `It looks like a camera: ${called(p)}`,
    },
    why: {
      es: (p) => `Por esto: ${p.what_es}.${p.model === "" ? "" : ` Dice de sí: ${p.model}.`}`,
      en: (p) => `For this: ${p.what_en}.${p.model === "" ? "" : ` It says of itself: ${p.model}.`}`,
    },
    otherwise: {
      es: "La cámara o el timbre de la casa, un monitor de bebé, una grabadora, o una videollamada desde un aparato pequeño.",
      en: "The camera or doorbell of the house, a baby monitor, a recorder, or a video call from a small device.",
    },
    next: {
      es: (p) =>
        `${asks(p) ? "Si lo conoces, dilo y deja de salir." : "Si es de la casa, no hay más que hacer."} Si no, no lo toques todavía: quien lo puso puede notarlo. Cuéntalo a una línea de ayuda desde otro lugar.`,
      en: (p) =>
        `${asks(p) ? "If you know it, say so and it goes away." : "If it belongs to the house, there is nothing more to do."} If not, do not touch it yet: whoever put it there may notice. Tell a helpline, from another place.`,
    },
  },
  {
    es: (p) =>
      plural(
        p.rest!,
        "Otro aparato también parece una cámara",
        `Otros ${count(p.rest!)} aparatos también parecen cámaras`,
      ),
    en: (p) =>
      plural(p.rest!, "One more machine looks like a camera", `${count(p.rest!)} more machines look like cameras`),
  },
  { es: "Sus direcciones están en los registros.", en: "Their addresses are in the records." },
);
