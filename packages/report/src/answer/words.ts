/**
 * The answer in words: headline, meaning, other explanations, what to do, for each verdict. `es` is the source.
 * A promise, a score or a word of alarm has no place here; `words.test.ts` looks for them.
 * @module
 */
import { count, type Lang, plural, type Verdict } from "@contraluz/core";

export type Tone = Verdict["evidence"];

export interface Step {
  readonly what: string;
  readonly why: string;
}

/** How the evidence is called. */
export interface KindWords {
  readonly noun: string;
  readonly this: string;
  readonly the: string;
  readonly say: string;
  /** `The` at the start of a sentence, `another` of its kind, `keep` = unchanged, with the right gender. */
  readonly The: string;
  readonly another: string;
  readonly unchanged: string;
  /** Why a place may not be in it, and what to do. */
  readonly absent: string;
}

export interface AnswerWords {
  readonly kinds: { readonly [kind: string]: KindWords };
  readonly short: Readonly<Record<Tone, string>>;
  readonly and: string;
  /** The name of the built-in list. */
  readonly builtin: string;
  readonly more: (n: number) => string;
  readonly headline: {
    readonly match: (name: string, watch: boolean) => string;
    readonly lead: string;
    readonly targeted: string;
    readonly noneFound: string;
    readonly unchecked: (k: KindWords) => string;
  };
  readonly traces: (p: { k: KindWords; n: number; when: string; where: string }) => string;
  readonly notConfirmed: string;
  readonly notYourFault: (watch: boolean) => string;
  readonly oddThings: (n: number) => string;
  readonly attempts: (n: number) => string;
  readonly targetedIntro: string;
  readonly noneIntro: readonly string[];
  readonly uncheckedIntro: (causes: number) => readonly string[];
  readonly questions: (n: number) => string;
  readonly means: {
    readonly match: (name: string, k: KindWords, watch: boolean) => string;
    readonly lead: (listed: boolean) => string;
    readonly targeted: string;
    /** `signs` could have shown here, `not` could not. */
    readonly noneFound: (p: { signs: number; not: number; until: string; from: string }) => string;
    readonly unchecked: string;
  };
  readonly otherwise: {
    readonly match: (signs: number) => readonly string[];
    readonly targeted: readonly string[];
    readonly noneFound: readonly string[];
    readonly unchecked: string;
  };
  readonly todo: {
    readonly match: (name: string, k: KindWords, watch: boolean) => readonly Step[];
    readonly lead: (k: KindWords, asks: boolean) => readonly Step[];
    readonly targeted: readonly Step[];
    readonly noneFound: readonly Step[];
    readonly unchecked: readonly Step[];
  };
  /** When to call. */
  readonly call: Readonly<Record<Tone, string>>;
}

const es: AnswerWords = {
  kinds: {
    "ios-backup": {
      noun: "respaldo",
      this: "este respaldo",
      the: "el respaldo",
      The: "El respaldo",
      another: "Otro respaldo",
      unchanged: "sin cambiarlo",
      say: "un respaldo de iPhone",
      absent:
        "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
    },
    "ios-filesystem": {
      noun: "copia completa",
      this: "esta copia",
      the: "la copia",
      The: "La copia",
      another: "Otra copia",
      unchanged: "sin cambiarla",
      say: "la copia de un iPhone",
      absent: "Puede que el teléfono no use esa app, que los haya borrado, o que la copia no los incluya.",
    },
    "mvt-result": {
      noun: "resultado de MVT",
      this: "este resultado de MVT",
      the: "el resultado de MVT",
      The: "El resultado de MVT",
      another: "Otro resultado",
      unchanged: "sin cambiarlo",
      say: "lo que reportó otra herramienta",
      absent:
        "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
    },
    sysdiagnose: {
      noun: "registro del iPhone",
      this: "este registro",
      the: "el registro",
      The: "El registro",
      another: "Otro registro",
      unchanged: "sin cambiarlo",
      say: "un registro de iPhone (sysdiagnose)",
      absent: "Cada versión de iOS escribe unos y otros no. Si tienes un registro más viejo, revísalo también.",
    },
    "privacy-report": {
      noun: "informe de privacidad",
      this: "este informe",
      the: "el informe",
      The: "El informe",
      another: "Otro informe",
      unchanged: "sin cambiarlo",
      say: "el informe de privacidad de un iPhone",
      absent: "Puede que el informe estuviera apagado.",
    },
    "ios-crash-reports": {
      noun: "carpeta de fallos",
      this: "esta carpeta",
      the: "la carpeta",
      The: "La carpeta",
      another: "Otra carpeta",
      unchanged: "sin cambiarla",
      say: "los fallos de programas de un iPhone",
      absent: "El iPhone borra los fallos viejos. Si tienes una carpeta de antes, revísala también.",
    },
    other: {
      noun: "evidencia",
      this: "esta evidencia",
      the: "la evidencia",
      The: "La evidencia",
      another: "Otra copia",
      unchanged: "sin cambiarla",
      say: "un teléfono",
      absent:
        "Puede que el teléfono no use esa app, o que los haya borrado. Si tienes un respaldo más viejo, revísalo también.",
    },
  },
  short: {
    match: "Rastros que coinciden",
    lead: "Algo por revisar",
    targeted: "Un intento dirigido a ti",
    "none-found": "Sin rastros en lo revisado",
    unchecked: "No se pudo revisar",
  },
  and: "y",
  builtin: "las incluidas en Contraluz",
  more: (n: number): string => `${count(n)} más`,
  headline: {
    match: (name: string, watch: boolean): string =>
      `Encontramos rastros que coinciden con un programa ${watch ? "para vigilar a la pareja o familia" : "espía conocido"}${name && `: ${name}`}`,
    lead: "Hay algo que conviene revisar",
    targeted: "Alguien intentó atacarte. No vimos rastros de que funcionara",
    noneFound: "No encontramos rastros en lo que pudimos revisar",
    unchecked: (k): string => `No pudimos revisar ${k.this}`,
  },
  traces: ({ k, n, when, where }): string =>
    `En ${k.this} hay ${n === 1 ? "un rastro" : `${count(n)} rastros`}${when && `, ${when},`} que ${plural(n, "coincide", "coinciden")} con ${where ? `señales publicadas (${where})` : "un programa conocido"}.`,
  notConfirmed: "Falta que una persona experta lo confirme.",
  notYourFault: (watch): string =>
    watch
      ? "No es culpa tuya. Casi siempre lo instala alguien que tuvo el teléfono en la mano."
      : "No es culpa tuya. Hay programas que entran sin que nadie toque nada.",
  oddThings: (n): string =>
    n === 1 ? "Encontramos una cosa fuera de lo común." : `Encontramos ${count(n)} cosas fuera de lo común.`,
  attempts: (n): string => (n === 1 ? "Encontramos un intento." : `Encontramos ${count(n)} intentos.`),
  targetedIntro: "El mensaje, el enlace o el aviso iba dirigido a ti. No es culpa tuya.",
  noneIntro: [
    "Es la respuesta más común. Es una buena señal, pero no es una garantía: hay partes que no pudimos ver y programas que nadie conoce todavía.",
    "Si algo te preocupa, tu preocupación sigue contando.",
  ],
  uncheckedIntro: (causes): readonly string[] => [
    "Esto no dice nada de tu teléfono: ni bueno ni malo.",
    causes > 1 ? `Hay ${count(causes)} problemas, y suelen tener arreglo.` : "Hay un problema, y suele tener arreglo.",
  ],
  questions: (n): string =>
    n === 1
      ? "Hay una pregunta que nadie más que tú puede contestar."
      : `Hay ${count(n)} preguntas que nadie más que tú puede contestar.`,
  means: {
    match: (name, k, watch): string =>
      `Son los mismos rastros que ${name || "ese programa"} dejó en otros teléfonos. Si una persona experta los confirma, alguien metió ese programa en este teléfono. ${watch ? "Con él se pueden ver mensajes, llamadas y lugares." : "Un programa así puede leer mensajes y encender el micrófono."} ${k.The} no dice qué se llevaron, ni si sigue ahí hoy.`,
    lead: (listed): string =>
      `Es raro, pero tiene explicaciones comunes. ${listed ? "Una señal publicada aparece en una lista del teléfono. Eso no basta para decir que el programa estuvo ahí." : "No coincide con ningún programa conocido."}`,
    targeted:
      "Alguien quiso entrar a tu teléfono. Intentar no es entrar. En lo que pudimos revisar no vimos que funcionara.",
    noneFound: ({ signs, not, until, from }): string =>
      [
        signs + not === 0
          ? "No buscamos ninguna señal publicada: faltaba la lista."
          : `En los lugares que leímos no está ninguna de las ${count(signs)} señales que podían verse ahí${until && `, publicadas hasta el ${until}`}.`,
        not > 0 ? `Otras ${count(not)} no podían verse aquí.` : "",
        from && `No sabemos nada de lo que pasó antes del ${from}.`,
      ]
        .filter(Boolean)
        .join(" "),
    unchecked: "No leímos ninguno de los lugares donde queda rastro. Este resultado no dice nada de tu teléfono.",
  },
  otherwise: {
    match: (signs): readonly string[] => [
      "El rastro venía de un teléfono anterior, si este se restauró de otro respaldo.",
      "Alguien preparó el teléfono para una prueba o un curso.",
      signs > 1
        ? `Un error en la lista de señales. Es raro: aquí coinciden ${count(signs)} señales distintas.`
        : "Un error en la lista de señales. Aquí coincide una señal: conviene buscar otra.",
    ],
    targeted: [
      "Un enlace enviado a mucha gente, no a ti en particular.",
      "Un aviso falso que imita a Apple o a WhatsApp.",
      "Tú o alguien más abrió el enlace para investigarlo.",
    ],
    noneFound: [
      "Un programa nuevo, que nadie ha descrito.",
      "Uno que borró sus rastros, o que estuvo antes de esas fechas.",
      "Que te sigan de otra forma: una cuenta compartida, un aparato vinculado, la red, una persona.",
    ],
    unchecked: "No hay nada que explicar: no pudimos mirar.",
  },
  todo: {
    match: (name, k, watch): readonly Step[] => [
      {
        what: "No borres ni restablezcas el teléfono",
        why: `Se perderían los rastros. Guarda también ${k.this}, ${k.unchanged}.`,
      },
      watch
        ? {
            what: "Antes de quitar el programa, pide ayuda",
            why: "Quien lo puso puede darse cuenta. Haz primero un plan con una línea de ayuda.",
          }
        : {
            what: "Aléjalo de tus conversaciones",
            why: "Déjalo en otro cuarto. No lo uses para hablar de esto ni para avisar a tus fuentes.",
          },
      {
        what: "Escribe hoy a una línea de ayuda, desde otro aparato",
        why: `Di: «Contraluz encontró rastros que coinciden con ${name || "un programa espía"} en ${k.say}». Ahí pueden confirmarlo y acompañarte.`,
      },
      {
        what: "No lo publiques todavía",
        why: "Quien vigila podría borrar huellas. Decide con calma, con quien te acompañe.",
      },
    ],
    lead: (k, asks): readonly Step[] => [
      asks
        ? {
            what: "Contesta las preguntas de abajo",
            why: "¿Conoces esa cuenta, ese perfil o esa app? Si la conoces, repite la revisión y dilo.",
          }
        : {
            what: "Lee cada cosa por revisar",
            why: "Junto a cada una están las explicaciones más comunes. Si la explicas, ya está.",
          },
      { what: `Guarda ${k.this}, ${k.unchanged}`, why: "Quien te ayude lo va a necesitar tal como está." },
      {
        what: "Haz un registro más completo",
        why: "Un respaldo con contraseña y un registro del iPhone (sysdiagnose) muestran más lugares.",
      },
      {
        what: "Si no tiene explicación, escribe esta semana a una línea de ayuda",
        why: "Hazlo también si tu trabajo te pone en riesgo.",
      },
    ],
    targeted: [
      { what: "No abras ni borres el mensaje", why: "Tómale una foto con otro aparato. Es evidencia." },
      { what: "Actualiza el teléfono", why: "Muchos ataques usan fallas ya corregidas." },
      {
        what: "Activa el Modo de aislamiento",
        why: "En el iPhone: Configuración › Privacidad y seguridad. Se puede quitar después.",
      },
      { what: "Escribe hoy a una línea de ayuda", why: "Un aviso de Apple, Google o WhatsApp se toma en serio." },
      { what: "Repite esta revisión en dos semanas", why: "Quien lo intentó una vez puede volver a intentarlo." },
    ],
    noneFound: [
      {
        what: "Actualiza el iPhone",
        why: "Ahora sí, y después de guardar un registro (sysdiagnose) si no lo has hecho: al reiniciar se pierde una parte. Muchos ataques usan fallas ya corregidas.",
      },
      {
        what: "Mira quién más tiene acceso",
        why: "Aparatos vinculados en WhatsApp y en tu cuenta de Apple. Es una causa frecuente.",
      },
      {
        what: "Si tu trabajo te pone en riesgo, activa el Modo de aislamiento",
        why: "Configuración › Privacidad y seguridad. Se puede quitar después.",
      },
      {
        what: "Si pasó algo concreto, habla con alguien",
        why: "Un aviso de Apple, un teléfono que te quitaron y devolvieron, datos tuyos que alguien sabe.",
      },
    ],
    unchecked: [
      { what: "Guarda lo que tienes", why: "No lo abras ni lo cambies de nombre. Puede servir más adelante." },
      {
        what: "Prueba otro camino: un registro del iPhone (sysdiagnose)",
        why: "Se saca del teléfono en diez minutos y no necesita contraseña.",
      },
    ],
  },
  call: {
    match: "Hoy, desde otro aparato.",
    lead: "Esta semana, si no tiene explicación o si tu trabajo te pone en riesgo.",
    targeted: "Hoy. Un aviso de Apple, Google o WhatsApp se toma en serio.",
    "none-found": "No hay prisa. Si algo te sigue preocupando, escribe.",
    unchecked: "Una línea de ayuda puede hacerlo contigo.",
  },
};

const en: AnswerWords = {
  kinds: {
    "ios-backup": {
      noun: "backup",
      this: "this backup",
      the: "the backup",
      The: "The backup",
      another: "Another backup",
      unchanged: "unchanged",
      say: "an iPhone backup",
      absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
    },
    "ios-filesystem": {
      noun: "full copy",
      this: "this copy",
      the: "the copy",
      The: "The copy",
      another: "Another copy",
      unchanged: "unchanged",
      say: "the copy of an iPhone",
      absent: "The phone may not use this app, may have deleted them, or the copy may not include them.",
    },
    "mvt-result": {
      noun: "MVT result",
      this: "this MVT result",
      the: "the MVT result",
      The: "The MVT result",
      another: "Another result",
      unchanged: "unchanged",
      say: "what another tool reported",
      absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
    },
    sysdiagnose: {
      noun: "iPhone record",
      this: "this record",
      the: "the record",
      The: "The record",
      another: "Another record",
      unchanged: "unchanged",
      say: "an iPhone record (sysdiagnose)",
      absent: "Each version of iOS writes some and not others. If you have an older record, check it too.",
    },
    "privacy-report": {
      noun: "privacy report",
      this: "this report",
      the: "the report",
      The: "The report",
      another: "Another report",
      unchanged: "unchanged",
      say: "the privacy report of an iPhone",
      absent: "The report may have been off.",
    },
    "ios-crash-reports": {
      noun: "folder of crashes",
      this: "this folder",
      the: "the folder",
      The: "The folder",
      another: "Another folder",
      unchanged: "unchanged",
      say: "the crashes of programs of an iPhone",
      absent: "The iPhone removes old crashes. If you have a folder from before, check it too.",
    },
    other: {
      noun: "evidence",
      this: "this evidence",
      the: "the evidence",
      The: "The evidence",
      another: "Another copy",
      unchanged: "unchanged",
      say: "a phone",
      absent: "The phone may not use this app, or may have deleted them. If you have an older backup, check it too.",
    },
  },
  short: {
    match: "Matching traces",
    lead: "Something worth a look",
    targeted: "An attempt against you",
    "none-found": "No traces in what was checked",
    unchecked: "Could not be checked",
  },
  and: "and",
  builtin: "those built into Contraluz",
  more: (n: number): string => `${count(n)} more`,
  headline: {
    match: (name: string, watch: boolean): string =>
      `We found traces that match ${watch ? "an app for watching a partner or family" : "a known spyware"}${name && `: ${name}`}`,
    lead: "There is something worth a look",
    targeted: "Someone tried to attack you. We saw no trace that it worked",
    noneFound: "We found no traces in what we could check",
    unchecked: (k): string => `We could not check ${k.this}`,
  },
  traces: ({ k, n, when, where }): string =>
    `${k.The} holds ${n === 1 ? "one trace" : `${count(n)} traces`}${when && `, ${when},`} that ${plural(n, "matches", "match")} ${where ? `published signs (${where})` : "a known program"}.`,
  notConfirmed: "An expert still has to confirm it.",
  notYourFault: (watch): string =>
    watch
      ? "It is not your fault. It is nearly always put there by someone who held the phone."
      : "It is not your fault. Some programs get in without anyone touching anything.",
  oddThings: (n): string => (n === 1 ? "We found one unusual thing." : `We found ${count(n)} unusual things.`),
  attempts: (n): string => (n === 1 ? "We found one attempt." : `We found ${count(n)} attempts.`),
  targetedIntro: "The message, link or warning was meant for you. It is not your fault.",
  noneIntro: [
    "This is the most common answer. It is a good sign, but not a guarantee: there are parts we could not see and programs that nobody knows yet.",
    "If something worries you, your worry still counts.",
  ],
  uncheckedIntro: (causes): readonly string[] => [
    "This says nothing about your phone: neither good nor bad.",
    causes > 1
      ? `There are ${count(causes)} problems, and they can usually be solved.`
      : "There is one problem, and it can usually be solved.",
  ],
  questions: (n): string =>
    n === 1
      ? "There is one question that nobody but you can answer."
      : `There are ${count(n)} questions that nobody but you can answer.`,
  means: {
    match: (name, k, watch): string =>
      `They are the same traces that ${name || "this program"} left on other phones. If an expert confirms them, someone put it on this phone. ${watch ? "With it one can see messages, calls and places." : "A program of this kind can read messages and turn on the microphone."} ${k.The} does not say what was taken, or whether it is still there today.`,
    lead: (listed): string =>
      `It is unusual, but it has common explanations. ${listed ? "A published sign appears in a list on the phone. That is not enough to say that the program was there." : "It does not match any known program."}`,
    targeted:
      "Someone wanted to get into your phone. An attempt is not an entry. In what we could check we saw no trace that it worked.",
    noneFound: ({ signs, not, until, from }): string =>
      [
        signs + not === 0
          ? "We looked for no published signs: the list was missing."
          : `In the places we read there is none of the ${count(signs)} signs that could show there${until && `, published until ${until}`}.`,
        not > 0 ? `Another ${count(not)} could not show here.` : "",
        from && `We know nothing about what happened before ${from}.`,
      ]
        .filter(Boolean)
        .join(" "),
    unchecked: "We read none of the places where a trace is left. This result says nothing about your phone.",
  },
  otherwise: {
    match: (signs): readonly string[] => [
      "The trace came from an earlier phone, if this one was restored from another backup.",
      "Someone prepared the phone for a test or a course.",
      signs > 1
        ? `A mistake in the list of signs. This is rare: ${count(signs)} different signs match here.`
        : "A mistake in the list of signs. One sign matches here: it is worth looking for another.",
    ],
    targeted: [
      "A link sent to many people, not to you in particular.",
      "A false warning that imitates Apple or WhatsApp.",
      "You or someone else opened the link to look into it.",
    ],
    noneFound: [
      "A new program that nobody has described.",
      "One that wiped its traces, or was there before those dates.",
      "Being followed in another way: a shared account, a linked device, the network, a person.",
    ],
    unchecked: "There is nothing to explain: we could not look.",
  },
  todo: {
    match: (name, k, watch): readonly Step[] => [
      { what: "Do not wipe or reset the phone", why: `The traces would be lost. Keep ${k.this} too, unchanged.` },
      watch
        ? {
            what: "Before you remove the program, ask for help",
            why: "Whoever put it there may notice. Make a plan with a helpline first.",
          }
        : {
            what: "Keep it away from your conversations",
            why: "Leave it in another room. Do not use it to talk about this or to warn your sources.",
          },
      {
        what: "Write to a helpline today, from another device",
        why: `Say: “Contraluz found traces that match ${name || "a spyware"} in ${k.say}”. They can confirm it and stand by you.`,
      },
      {
        what: "Do not publish it yet",
        why: "Whoever is watching could cover their tracks. Decide calmly, with the people who help you.",
      },
    ],
    lead: (k, asks): readonly Step[] => [
      asks
        ? {
            what: "Answer the questions below",
            why: "Do you know this account, profile or app? If you do, repeat the check and say so.",
          }
        : {
            what: "Read each thing worth a look",
            why: "Beside each one are the commonest explanations. If you can explain it, that settles it.",
          },
      { what: `Keep ${k.this}, unchanged`, why: "Whoever helps you will need it as it is." },
      {
        what: "Make a fuller record",
        why: "A backup with a password and an iPhone record (sysdiagnose) show more places.",
      },
      {
        what: "If you cannot explain it, write to a helpline this week",
        why: "Do so too if your work puts you at risk.",
      },
    ],
    targeted: [
      { what: "Do not open or delete the message", why: "Take a picture of it with another device. It is evidence." },
      { what: "Update the phone", why: "Many attacks use flaws that have been fixed." },
      {
        what: "Turn on Lockdown Mode",
        why: "On the iPhone: Settings › Privacy & Security. You can turn it off later.",
      },
      { what: "Write to a helpline today", why: "A warning from Apple, Google or WhatsApp is to be taken seriously." },
      { what: "Repeat this check in two weeks", why: "Whoever tried once may try again." },
    ],
    noneFound: [
      {
        what: "Update the iPhone",
        why: "Now is the time, and after you have kept a record (sysdiagnose) if you have not: a restart loses a part of it. Many attacks use flaws that have been fixed.",
      },
      {
        what: "See who else has access",
        why: "Linked devices in WhatsApp and in your Apple account. It is a frequent cause.",
      },
      {
        what: "If your work puts you at risk, turn on Lockdown Mode",
        why: "Settings › Privacy & Security. You can turn it off later.",
      },
      {
        what: "If something happened, talk to someone",
        why: "A warning from Apple, a phone taken from you and given back, facts about you that someone knows.",
      },
    ],
    unchecked: [
      { what: "Keep what you have", why: "Do not open or rename it. It may be of use later." },
      {
        what: "Try another way: an iPhone record (sysdiagnose)",
        why: "It takes ten minutes on the phone and needs no password.",
      },
    ],
  },
  call: {
    match: "Today, from another device.",
    lead: "This week, if you cannot explain it or if your work puts you at risk.",
    targeted: "Today. A warning from Apple, Google or WhatsApp is to be taken seriously.",
    "none-found": "There is no hurry. If something still worries you, write.",
    unchecked: "A helpline can do it with you.",
  },
};

export const ANSWER: Readonly<Record<Lang, AnswerWords>> = { es, en };
