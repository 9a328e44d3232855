/** What documents that leave a lab say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Activity } from "../links/types.ts";

type Phones = { readonly phones: string };

const phonesEs = (n: number): string => `${count(n)} ${plural(n, "teléfono", "teléfonos")}`;
const phonesEn = (n: number): string => `${count(n)} ${plural(n, "phone", "phones")}`;

export const SW: {
  readonly countsNote: Words<{ n: number }>;
  readonly phones: Words<{ n: number }>;
  readonly fewer: Words<{ n: number }>;
  readonly title: Words;
  readonly intro: Words<Phones>;
  readonly by: Words<{ name: string; month: string }>;
  readonly tlp: Words<{ tlp: string }>;
  readonly notProof: Words;
  readonly notAll: Words;
  readonly campaign: Words<{ name: string }>;
  readonly size: Words<Phones>;
  readonly months: Words<{ first: string; last: string }>;
  readonly oneMonth: Words<{ month: string }>;
  readonly names: Words<{ names: string }>;
  readonly onlyRare: Words;
  readonly withheld: Words<{ n: number }>;
  readonly values: Words;
  readonly signs: Words;
  readonly allSigns: Words;
  readonly none: Words;
  readonly noSigns: Words;
  readonly smaller: Words<{ groups: string }>;
  readonly groups: Words<{ n: number }>;
  readonly withheldSigns: Words<{ n: number }>;
  readonly method: Words;
  readonly how: Words<{ fewest: number }>;
  readonly value: Words;
  readonly kind: Words;
  readonly list: Words;
  readonly seen: Words;
} = {
  countsNote: {
    es: ({ n }) =>
      `Los números son de teléfonos, y las fechas, de meses.${n > 1 ? ` Donde dice 1, son menos de ${n} teléfonos.` : ""}`,
    en: ({ n }) =>
      `Counts are of phones, and dates are months.${n > 1 ? ` Where it says 1, it is fewer than ${n} phones.` : ""}`,
  },
  phones: { es: ({ n }) => phonesEs(n), en: ({ n }) => phonesEn(n) },
  fewer: { es: ({ n }) => `menos de ${n} teléfonos`, en: ({ n }) => `fewer than ${n} phones` },
  title: {
    es: "Señales de espionaje que varios teléfonos tienen en común",
    en: "Signs of spying that several phones share",
  },
  intro: {
    es: ({ phones }) => `Se compararon ${phones}. Sus dueños permitieron que se cuente, sin decir quiénes son.`,
    en: ({ phones }) => `${phones} were compared. Their owners allowed this to be told, without saying who they are.`,
  },
  by: { es: ({ name, month }) => `${name}, ${month}`, en: ({ name, month }) => `${name}, ${month}` },
  tlp: {
    es: ({ tlp }) => `Se puede pasar a otros según TLP:${tlp}.`,
    en: ({ tlp }) => `May be passed on under TLP:${tlp}.`,
  },
  notProof: {
    es: "Compartir un servidor o un programa no prueba que detrás esté la misma gente. Quien los vende o los renta tiene muchos clientes.",
    en: "To share a server or a program is no proof that the same people are behind it. Who sells or rents them has many customers.",
  },
  notAll: {
    es: "Lo que no aparece aquí pudo pasar sin dejar rastros, o en teléfonos que nadie revisó.",
    en: "What does not appear here may have happened without traces, or on phones that nobody checked.",
  },
  campaign: { es: ({ name }) => `Grupo ${name}`, en: ({ name }) => `Group ${name}` },
  size: { es: ({ phones }) => `Lo forman ${phones}.`, en: ({ phones }) => `It is made of ${phones}.` },
  months: {
    es: ({ first, last }) => `Los rastros van de ${first} a ${last}.`,
    en: ({ first, last }) => `Its traces go from ${first} to ${last}.`,
  },
  oneMonth: { es: ({ month }) => `Los rastros son de ${month}.`, en: ({ month }) => `Its traces are of ${month}.` },
  names: {
    es: ({ names }) => `Así lo llaman quienes publicaron las señales: ${names}.`,
    en: ({ names }) => `Those who published the signs call it: ${names}.`,
  },
  onlyRare: {
    es: "Ninguna señal publicada lo une. Puede tener otra explicación.",
    en: "No published sign links it. It may have another explanation.",
  },
  withheld: {
    es: ({ n }) =>
      `${count(n)} ${plural(n, "cosa más que tienen en común no se dice", "cosas más que tienen en común no se dicen")} aquí.`,
    en: ({ n }) =>
      `${count(n)} more ${plural(n, "thing that they share is", "things that they share are")} not told here.`,
  },
  values: { es: "Otras cosas en común", en: "Other things in common" },
  signs: { es: "Señales publicadas", en: "Published signs" },
  allSigns: { es: "Todas las señales publicadas que se vieron", en: "All published signs that were seen" },
  none: {
    es: "Ningún grupo tiene suficientes teléfonos para contarlo sin señalar a nadie.",
    en: "No group has enough phones to be told of without pointing at somebody.",
  },
  noSigns: { es: "No se vio ninguna.", en: "None was seen." },
  smaller: {
    es: ({ groups }) => `Hay ${groups} con menos teléfonos, de los que no se dice nada.`,
    en: ({ groups }) => `There are ${groups} with fewer phones, of which nothing is told.`,
  },
  groups: {
    es: ({ n }) => `${count(n)} ${plural(n, "grupo", "grupos")}`,
    en: ({ n }) => `${count(n)} ${plural(n, "group", "groups")}`,
  },
  withheldSigns: {
    es: ({ n }) =>
      `${count(n)} ${plural(n, "señal no se dice: no está", "señales no se dicen: no están")} en listas públicas, o quien las hizo no lo permite.`,
    en: ({ n }) =>
      `${count(n)} ${plural(n, "sign is not told: it is", "signs are not told: they are")} in no public list, or their makers do not allow it.`,
  },
  method: { es: "Cómo se hizo", en: "How this was made" },
  how: {
    es: ({ fewest }) =>
      `No se dice nada de un solo teléfono. Los números menores de ${fewest} se callan, y las fechas son meses. Lo que no está en listas públicas solo se dice si una persona lo leyó antes y lo tienen al menos ${fewest} teléfonos.`,
    en: ({ fewest }) =>
      `Nothing is told of a single phone. Numbers below ${fewest} are withheld, and dates are months. What is in no public list is told only if a person read it before and at least ${fewest} phones have it.`,
  },
  value: { es: "Señal", en: "Sign" },
  kind: { es: "Qué es", en: "What it is" },
  list: { es: "Quién la publicó", en: "Who published it" },
  seen: { es: "Dónde se vio", en: "Where it was seen" },
};

export const ACTIVE: Readonly<Record<Activity, Words>> = {
  active: { es: "Hubo rastros en los últimos 90 días.", en: "There were traces in the last 90 days." },
  quiet: { es: "No hubo rastros en los últimos 90 días.", en: "There were no traces in the last 90 days." },
  unseen: {
    es: "No se sabe si sigue: nadie revisó teléfonos en los últimos 90 días.",
    en: "Whether it goes on is not known: no phones were checked in the last 90 days.",
  },
  undated: { es: "No se sabe cuándo fue.", en: "When it was is not known." },
};
