/** Words of the answer where there is only what another tool said. `es` is the source. @module */
import type { Lang } from "@contraluz/core";
import type { Step } from "./words.ts";

export interface HearsayWords {
  readonly short: string;
  readonly headline: string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly means: string;
  readonly otherwise: readonly string[];
  readonly otherwiseNone: readonly string[];
  readonly todo: readonly Step[];
  readonly call: string;
  readonly callNone: string;
}

const es: HearsayWords = {
  short: "El celular no se revisó",
  headline: "No revisamos el celular. Esto es lo que dijo otra herramienta, MVT",
  alerts: "MVT dio avisos. No los comprobamos, y tampoco los descartamos.",
  noAlerts: "MVT no dio avisos. No lo comprobamos: no sabemos qué pudo leer.",
  means:
    "MVT es una herramienta que usan personas expertas. Lo que marca puede ser importante o tener una explicación común. Para saberlo hay que leer el respaldo mismo.",
  otherwise: [
    "MVT marca como crítico también un enlace que llegó y nadie abrió.",
    "La lista de señales que usó puede tener errores.",
  ],
  otherwiseNone: ["Que MVT no marque nada puede ser porque no leyó todo, o porque su lista era vieja."],
  todo: [
    {
      what: "Revisa aquí el respaldo que leyó MVT",
      why: "Así lo leemos nosotros, y podemos decir qué vimos y qué no.",
    },
    {
      what: "Guarda este resultado como está",
      why: "Una línea de ayuda sabe leerlo. No lo publiques: lleva enlaces, números y nombres de archivos tuyos.",
    },
  ],
  call: "Esta semana, si hay avisos de nivel crítico o alto.",
  callNone: "Una línea de ayuda puede revisarlo contigo.",
};

const en: HearsayWords = {
  short: "The phone was not checked",
  headline: "We did not check the phone. This is what another tool, MVT, said",
  alerts: "MVT gave alerts. We did not check them, and we do not rule them out.",
  noAlerts: "MVT gave no alerts. We did not check that: we do not know what it could read.",
  means:
    "MVT is a tool that experts use. What it marks may be important or have a common explanation. To know, the backup itself has to be read.",
  otherwise: [
    "MVT also calls a link critical that came in and nobody opened.",
    "The list of signs that it used may have errors.",
  ],
  otherwiseNone: ["That MVT marks nothing may be because it did not read everything, or because its list was old."],
  todo: [
    {
      what: "Check the backup that MVT read here",
      why: "Then we read it ourselves, and can say what we saw and what not.",
    },
    {
      what: "Keep this result as it is",
      why: "A helpline knows how to read it. Do not publish it: it holds links, numbers and names of your files.",
    },
  ],
  call: "This week, if there are alerts of level critical or high.",
  callNone: "A helpline can check it with you.",
};

export const HEARSAY: Readonly<Record<Lang, HearsayWords>> = { es, en };
