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

/** Tools whose results are evidence by themselves. */
export type HearsayKind = "mvt-result" | "trace-report" | "saf-result" | "other";
type Hearsay = Readonly<Record<HearsayKind, HearsayWords>>;

const es: Hearsay = {
  "mvt-result": {
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
  },
  "trace-report": {
    short: "El celular no se revisó",
    headline: "No revisamos el celular. Esto es lo que dijo otra herramienta, Trace",
    alerts: "Trace dio hallazgos. No los comprobamos, y tampoco los descartamos.",
    noAlerts: "Trace no dio hallazgos. No lo comprobamos: mira abajo qué pudo leer.",
    means:
      "Trace compara nombres de programas de un registro de iPhone con listas publicadas. Para saber si es cierto hay que leer el registro mismo.",
    otherwise: [
      "El archivo de Trace no lleva firma: cualquiera puede cambiarlo.",
      "La lista de señales que usó puede tener errores.",
    ],
    otherwiseNone: [
      "Que Trace no marque nada dice poco: lee pocos lugares, y de muchas campañas no puede ver señales ahí.",
    ],
    todo: [
      {
        what: "Revisa aquí el registro (sysdiagnose) que leyó Trace",
        why: "Así lo leemos nosotros, y podemos decir qué vimos y qué no. Su huella está en el reporte.",
      },
      {
        what: "Guarda este archivo como está",
        why: "Una línea de ayuda sabe leerlo. No lo publiques: lleva nombres de archivos y datos de tu iPhone.",
      },
    ],
    call: "Esta semana, si hay hallazgos de nivel match o suspicious.",
    callNone: "Una línea de ayuda puede revisarlo contigo.",
  },
  "saf-result": {
    short: "El celular no se revisó",
    headline: "No revisamos el celular. Esto es lo que sacó otra herramienta, SAF",
    alerts: "SAF dice que coincidieron reglas. No lo comprobamos, y tampoco lo descartamos.",
    noAlerts: "SAF no dice que coincidiera una regla. No sabemos si se le pidió buscar.",
    means:
      "SAF pone en orden un registro de iPhone para personas expertas; casi nunca juzga. Para saber algo hay que leer el registro mismo.",
    otherwise: ["Una regla busca un texto, que puede estar también en programas comunes."],
    otherwiseNone: ["Sin reglas, SAF no busca nada: nada más lee."],
    todo: [
      {
        what: "Revisa aquí el registro (sysdiagnose) que leyó SAF",
        why: "SAF lo guarda al lado, en la carpeta data. Así lo leemos nosotros.",
      },
      {
        what: "Guarda esta carpeta como está",
        why: "Una línea de ayuda sabe leerla. No la publiques: lleva tus cuentas, redes y números de serie.",
      },
    ],
    call: "Esta semana, si hay reglas que coincidieron.",
    callNone: "Una línea de ayuda puede revisarlo contigo.",
  },
  other: {
    short: "El celular no se revisó",
    headline: "No revisamos el celular. Esto es lo que dijeron otras herramientas",
    alerts: "Esas herramientas dieron avisos. No los comprobamos, y tampoco los descartamos.",
    noAlerts: "No dieron avisos. No lo comprobamos: no sabemos qué pudieron leer.",
    means:
      "Lo que marca otra herramienta puede ser importante o tener una explicación común. Para saberlo hay que leer la evidencia misma.",
    otherwise: ["Las listas de señales que usaron pueden tener errores."],
    otherwiseNone: ["Que no marquen nada puede ser porque no leyeron todo, o porque sus listas eran viejas."],
    todo: [
      {
        what: "Revisa aquí lo que leyeron esas herramientas",
        why: "Así lo leemos nosotros, y podemos decir qué vimos y qué no.",
      },
      {
        what: "Guarda estos archivos como están",
        why: "Una línea de ayuda sabe leerlos. No los publiques: llevan datos tuyos.",
      },
    ],
    call: "Esta semana, si hay avisos.",
    callNone: "Una línea de ayuda puede revisarlo contigo.",
  },
};

const en: Hearsay = {
  "mvt-result": {
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
  },
  "trace-report": {
    short: "The phone was not checked",
    headline: "We did not check the phone. This is what another tool, Trace, said",
    alerts: "Trace gave findings. We did not check them, and we do not rule them out.",
    noAlerts: "Trace gave no findings. We did not check that: see below what it could read.",
    means:
      "Trace compares names of programs of an iPhone record with published lists. To know whether it is true, the record itself has to be read.",
    otherwise: [
      "Trace's file is not signed: anybody can change it.",
      "The list of signs that it used may have errors.",
    ],
    otherwiseNone: [
      "That Trace marks nothing says little: it reads few places, and of many campaigns no sign can show there.",
    ],
    todo: [
      {
        what: "Check the record (sysdiagnose) that Trace read here",
        why: "Then we read it ourselves, and can say what we saw and what not. Its fingerprint is in the report.",
      },
      {
        what: "Keep this file as it is",
        why: "A helpline knows how to read it. Do not publish it: it holds names of files and facts of your iPhone.",
      },
    ],
    call: "This week, if there are findings of level match or suspicious.",
    callNone: "A helpline can check it with you.",
  },
  "saf-result": {
    short: "The phone was not checked",
    headline: "We did not check the phone. This is what another tool, SAF, took from it",
    alerts: "SAF says that rules matched. We did not check it, and we do not rule it out.",
    noAlerts: "SAF does not say that a rule matched. We do not know whether it was asked to look.",
    means:
      "SAF puts an iPhone record in order for experts; it rarely judges. To know anything, the record itself has to be read.",
    otherwise: ["A rule looks for a text, which can also be in common programs."],
    otherwiseNone: ["Without rules SAF looks for nothing: it only reads."],
    todo: [
      {
        what: "Check the record (sysdiagnose) that SAF read here",
        why: "SAF keeps it beside, in the folder data. Then we read it ourselves.",
      },
      {
        what: "Keep this folder as it is",
        why: "A helpline knows how to read it. Do not publish it: it holds your accounts, networks and serial numbers.",
      },
    ],
    call: "This week, if there are rules that matched.",
    callNone: "A helpline can check it with you.",
  },
  other: {
    short: "The phone was not checked",
    headline: "We did not check the phone. This is what other tools said",
    alerts: "Those tools gave alerts. We did not check them, and we do not rule them out.",
    noAlerts: "They gave no alerts. We did not check that: we do not know what they could read.",
    means:
      "What another tool marks may be important or have a common explanation. To know, the evidence itself has to be read.",
    otherwise: ["The lists of signs that they used may have errors."],
    otherwiseNone: [
      "That they mark nothing may be because they did not read everything, or because their lists were old.",
    ],
    todo: [
      {
        what: "Check here what those tools read",
        why: "Then we read it ourselves, and can say what we saw and what not.",
      },
      {
        what: "Keep these files as they are",
        why: "A helpline knows how to read them. Do not publish them: they hold facts about you.",
      },
    ],
    call: "This week, if there are alerts.",
    callNone: "A helpline can check it with you.",
  },
};

/** By kind of evidence; `other` where several tools spoke. */
export const HEARSAY: Readonly<Record<Lang, Hearsay>> = { es, en };
