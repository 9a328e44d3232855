/** Words of the list of machines of a network. @module */
import { count, plural, type Words } from "@contraluz/core";

type Name = "title" | "none" | "legend" | "lead" | "ask" | "others" | "router" | "networks" | "hidden" | "caveat";

export const M: Readonly<Record<Name, Words>> = {
  title: { es: "Aparatos de la red", en: "Machines of the network" },
  none: {
    es: "En este resultado no hay aparatos de una red. Los hay si se revisó una captura.",
    en: "This result has no machines of a network. It has them if a capture was checked.",
  },
  legend: {
    es: "Cada renglón con fecha es un día, de las 0 a las 23 horas (UTC). Lo que mandó en esa hora: · nada, ▁ menos de 10 kB, ▂ menos de 100 kB, ▄ menos de 1 MB, ▆ menos de 10 MB, █ más.",
    en: "Each line with a date is a day, from 0 to 23 hours (UTC). What it sent in that hour: · nothing, ▁ less than 10 kB, ▂ less than 100 kB, ▄ less than 1 MB, ▆ less than 10 MB, █ more.",
  },
  lead: { es: "Parecen una cámara", en: "They look like a camera" },
  ask: { es: "¿Los conoces? Pueden ser una cámara", en: "Do you know them? They may be a camera" },
  others: { es: "Los demás", en: "The others" },
  router: {
    es: "Los que llevan a internet, o son de una red",
    en: "Those that lead to the internet, or are of a network",
  },
  networks: { es: "Redes de Wi-Fi que se anuncian", en: "Wi-Fi networks that tell of themselves" },
  hidden: { es: "(sin nombre)", en: "(without a name)" },
  caveat: {
    es: "Aquí están los que hablaron mientras se guardaba. No se ve una cámara que guarda en tarjeta, con su propio chip o red, apagada, sin Wi-Fi, o en otro canal.",
    en: "These spoke while the network was recorded. A camera that stores on a card, with a chip or network of its own, off, without Wi-Fi, or on another channel does not show.",
  },
};

export const MN: {
  readonly sums: Words<{ sent: string; received: string }>;
  readonly out: Words<{ out: string; outside: number }>;
  readonly network: Words<{ security: string; channel: number }>;
} = {
  sums: {
    es: (p: { sent: string; received: string }) => `mandó ${p.sent}, recibió ${p.received}`,
    en: (p: { sent: string; received: string }) => `sent ${p.sent}, received ${p.received}`,
  },
  out: {
    es: (p: { out: string; outside: number }) =>
      `${p.out} hacia afuera, a ${plural(p.outside, "un servidor", `${count(p.outside)} servidores`)}`,
    en: (p: { out: string; outside: number }) =>
      `${p.out} outside, to ${plural(p.outside, "one server", `${count(p.outside)} servers`)}`,
  },
  network: {
    es: (p: { security: string; channel: number }) =>
      `${p.security === "open" ? "abierta" : p.security}${p.channel === 0 ? "" : `, canal ${p.channel}`}`,
    en: (p: { security: string; channel: number }) => `${p.security}${p.channel === 0 ? "" : `, channel ${p.channel}`}`,
  },
};
