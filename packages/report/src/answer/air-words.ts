/** What to do, where no phone was read but what goes by: a capture of a network, a recording of a mobile network. `es` is the source. @module */
import type { Lang } from "@contraluz/core";
import type { KindWords } from "./kind-words.ts";
import type { AnswerWords } from "./words.ts";

type Todo = Omit<AnswerWords["todo"], "match">;

const es = (k: KindWords): Todo => ({
  lead: (_, asks) => [
    asks
      ? {
          what: "Contesta las preguntas de abajo",
          why: "¿Conoces ese aparato o esa red? Si lo conoces, repite la revisión y dilo.",
        }
      : {
          what: "Lee cada cosa por revisar",
          why: "Junto a cada una están las explicaciones más comunes. Si la explicas, ya está.",
        },
    {
      what: `Guarda ${k.this}, ${k.unchanged}`,
      why: "Anota el día, la hora y el lugar. Quien te ayude lo va a necesitar.",
    },
    { what: "No toques ni apagues ningún aparato todavía", why: "Quien lo puso puede notarlo." },
    {
      what: "Repite otro día, en el mismo lugar y en otro",
      why: "Lo que pasa dos veces pesa más que lo que pasa una.",
    },
    {
      what: "Si no tiene explicación, escribe esta semana a una línea de ayuda",
      why: "Desde otro lugar y otro aparato. Hazlo también si tu trabajo te pone en riesgo.",
    },
  ],
  targeted: [
    { what: "No abras ni borres el mensaje", why: "Tómale una foto con otro aparato. Es evidencia." },
    { what: `Guarda ${k.this}, ${k.unchanged}`, why: "Quien te ayude lo va a necesitar tal como está." },
    { what: "Revisa también el teléfono", why: `Lo que pasó dentro lo muestra ${k.other}.` },
    { what: "Escribe hoy a una línea de ayuda", why: "Desde otro lugar y otro aparato." },
  ],
  noneFound: [
    { what: "Revisa también el teléfono", why: `Lo que pasa dentro lo muestra ${k.other}.` },
    { what: "Repite otro día, y más tiempo", why: "Lo que nadie usó mientras se guardaba no aparece." },
    {
      what: "Si pasó algo concreto, habla con alguien",
      why: "Un aviso, un celular que te quitaron y devolvieron, datos tuyos que alguien sabe.",
    },
  ],
  unchecked: [
    { what: "Guarda lo que tienes", why: "No lo abras ni lo cambies de nombre. Puede servir más adelante." },
    { what: "Prueba otro camino: revisa el teléfono", why: `Lo que pasa dentro lo muestra ${k.other}.` },
  ],
});

const en = (k: KindWords): Todo => ({
  lead: (_, asks) => [
    asks
      ? {
          what: "Answer the questions below",
          why: "Do you know that device or that network? If you do, repeat the check and say so.",
        }
      : {
          what: "Read each thing to look at",
          why: "Beside each one are the most common explanations. If you can explain it, that is all.",
        },
    {
      what: `Keep ${k.this}, ${k.unchanged}`,
      why: "Note the day, the hour and the place. Whoever helps you will need it.",
    },
    { what: "Neither touch nor switch off any device yet", why: "Whoever put it there may notice." },
    {
      what: "Repeat on another day, at the same place and at another",
      why: "What happens twice weighs more than what happens once.",
    },
    {
      what: "If it has no explanation, write to a helpline this week",
      why: "From another place and another device. Do so, too, if your work puts you at risk.",
    },
  ],
  targeted: [
    { what: "Neither open nor delete the message", why: "Take a picture of it with another device. It is evidence." },
    { what: `Keep ${k.this}, ${k.unchanged}`, why: "Whoever helps you will need it exactly as it is." },
    { what: "Check the phone as well", why: `What happened inside is shown by ${k.other}.` },
    { what: "Write to a helpline today", why: "From another place and another device." },
  ],
  noneFound: [
    { what: "Check the phone as well", why: `What happens inside is shown by ${k.other}.` },
    { what: "Repeat on another day, and for longer", why: "What nobody used meanwhile does not show." },
    {
      what: "If something concrete happened, talk to someone",
      why: "A warning, a phone that was taken and given back, things about you that somebody knows.",
    },
  ],
  unchecked: [
    { what: "Keep what you have", why: "Neither open nor rename it. It may be of use later." },
    { what: "Try another way: check the phone", why: `What happens inside is shown by ${k.other}.` },
  ],
});

/** Kinds that are of no phone. */
export const AIR_KINDS: ReadonlySet<string> = new Set(["capture", "radio-capture"]);
export const AIR_TODO: Readonly<Record<Lang, (k: KindWords) => Todo>> = { es, en };
