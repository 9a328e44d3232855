/** What to do, where the phone has Android: other menus, and apps that somebody put there are the common case. `es` is the source. @module */
import type { Lang } from "@contraluz/core";
import type { AnswerWords } from "./words.ts";

type Todo = Omit<AnswerWords["todo"], "match">;

const es: Todo = {
  lead: (k, asks) => [
    asks
      ? {
          what: "Contesta las preguntas de abajo",
          why: "¿Conoces esa app, esa computadora o esa cuenta? Si la conoces, repite la revisión y dilo.",
        }
      : {
          what: "Lee cada cosa por revisar",
          why: "Junto a cada una están las explicaciones más comunes. Si la explicas, ya está.",
        },
    { what: `Guarda ${k.this}, ${k.unchanged}`, why: "Quien te ayude lo va a necesitar tal como está." },
    {
      what: "No quites ninguna app todavía",
      why: "Quien la puso puede recibir un aviso. Una línea de ayuda planea contigo cuándo y cómo.",
    },
    {
      what: "Si no tiene explicación, escribe esta semana a una línea de ayuda",
      why: "Desde otro aparato. Hazlo también si tu trabajo te pone en riesgo.",
    },
  ],
  targeted: [
    { what: "No abras ni borres el mensaje", why: "Tómale una foto con otro aparato. Es evidencia." },
    {
      what: "Saca una copia más completa y después actualiza el celular",
      why: "Un informe de errores o lo que junta AndroidQF. Al reiniciar se pierde una parte de los rastros.",
    },
    {
      what: "Activa la Protección avanzada",
      why: "En Android 16: Configuración › Seguridad y privacidad. Se puede quitar después.",
    },
    { what: "Escribe hoy a una línea de ayuda", why: "Un aviso de Google o de WhatsApp se toma en serio." },
    { what: "Repite esta revisión en dos semanas", why: "Quien lo intentó una vez puede volver a intentarlo." },
  ],
  noneFound: [
    {
      what: "Actualiza el celular",
      why: "Configuración › Sistema › Actualización de software. Muchos ataques usan fallas ya corregidas.",
    },
    {
      what: "Mira quién más tiene acceso",
      why: "Aparatos vinculados en WhatsApp y en tu cuenta de Google. Es una causa frecuente.",
    },
    {
      what: "Si tu trabajo te pone en riesgo, activa la Protección avanzada",
      why: "En Android 16: Configuración › Seguridad y privacidad. Se puede quitar después.",
    },
    {
      what: "Si pasó algo concreto, habla con alguien",
      why: "Un aviso de Google, un celular que te quitaron y devolvieron, datos tuyos que alguien sabe.",
    },
  ],
  unchecked: [
    { what: "Guarda lo que tienes", why: "No lo abras ni lo cambies de nombre. Puede servir más adelante." },
    {
      what: "Prueba otro camino: un informe de errores",
      why: "Se pide en Configuración › Opciones de desarrollador. Tarda unos diez minutos y no necesita computadora.",
    },
  ],
};

const en: Todo = {
  lead: (k, asks) => [
    asks
      ? {
          what: "Answer the questions below",
          why: "Do you know that app, that computer or that account? If you do, repeat the check and say so.",
        }
      : {
          what: "Read each thing to look at",
          why: "Beside each one are the most common explanations. If you can explain it, that is all.",
        },
    { what: `Keep ${k.this}, ${k.unchanged}`, why: "Whoever helps you will need it exactly as it is." },
    {
      what: "Do not remove any app yet",
      why: "Whoever put it there may get a notice. A helpline plans with you when and how.",
    },
    {
      what: "If it has no explanation, write to a helpline this week",
      why: "From another device. Do so, too, if your work puts you at risk.",
    },
  ],
  targeted: [
    { what: "Neither open nor delete the message", why: "Take a picture of it with another device. It is evidence." },
    {
      what: "Make a fuller copy, and then update the phone",
      why: "A bug report, or what AndroidQF collects. A restart loses a part of the traces.",
    },
    {
      what: "Turn on Advanced Protection",
      why: "On Android 16: Settings › Security & privacy. It can be turned off later.",
    },
    { what: "Write to a helpline today", why: "A warning from Google or WhatsApp is to be taken seriously." },
    { what: "Repeat this check in two weeks", why: "Whoever tried once may try again." },
  ],
  noneFound: [
    {
      what: "Update the phone",
      why: "Settings › System › Software update. Many attacks use faults that are already mended.",
    },
    {
      what: "Look who else has access",
      why: "Linked devices in WhatsApp and in your Google account. It is a frequent cause.",
    },
    {
      what: "If your work puts you at risk, turn on Advanced Protection",
      why: "On Android 16: Settings › Security & privacy. It can be turned off later.",
    },
    {
      what: "If something concrete happened, talk to someone",
      why: "A warning from Google, a phone that was taken and given back, things about you that somebody knows.",
    },
  ],
  unchecked: [
    { what: "Keep what you have", why: "Neither open nor rename it. It may be of use later." },
    {
      what: "Try another way: a bug report",
      why: "Ask for it in Settings › Developer options. It takes about ten minutes and needs no computer.",
    },
  ],
};

export const ANDROID_TODO: Readonly<Record<Lang, Todo>> = { es, en };
