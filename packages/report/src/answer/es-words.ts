/** Spanish, the source. @module */
import { count, plural } from "@contraluz/core";
import type { AnswerWords, Step } from "./words.ts";

export const es: AnswerWords = {
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
  targetedIntro: "El mensaje, el enlace o el aviso llegó a tu teléfono. No es culpa tuya.",
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
    lead: (listed, watch): string =>
      watch
        ? "En el celular hay una app que sirve para ver dónde está o qué hace otra persona. Muchas familias y empresas la usan a la vista."
        : `Es raro, pero tiene explicaciones comunes. ${listed ? "Una señal publicada aparece en una lista del teléfono. Eso no basta para decir que el programa estuvo ahí." : "No coincide con ningún programa conocido."}`,
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
      {
        what: "Saca un registro (sysdiagnose) y después actualiza el teléfono",
        why: "Al reiniciar se pierde una parte de los rastros. Muchos ataques usan fallas ya corregidas.",
      },
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
