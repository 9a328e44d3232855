import { count, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

type Both = Readonly<Record<"es" | "en", (p: Params) => string>>;

const TITLES: Readonly<Record<string, Both>> = {
  vpn: { es: () => "Una parte iba dentro de una VPN", en: () => "A part went inside a VPN" },
  relay: {
    es: () => "Una parte iba por el Relay privado de Apple",
    en: () => "A part went through Apple's Private Relay",
  },
  doh: {
    es: () => "Algunos nombres se buscaron de forma cifrada",
    en: () => "Some names were looked up encrypted",
  },
  dot: {
    es: () => "Algunos nombres se buscaron de forma cifrada (DoT)",
    en: () => "Some names were looked up encrypted (DoT)",
  },
  ech: {
    es: () => "Algunas conexiones pueden llevar escondido su nombre",
    en: () => "Some connections may carry a hidden name",
  },
  unread: {
    es: () => "De algunas conexiones no se pudo leer el nombre",
    en: () => "Of some connections the name could not be read",
  },
  lost: { es: () => "A la captura le faltan partes", en: () => "The capture lacks parts" },
  clock: {
    es: () => "El reloj de quien capturó no estaba bien",
    en: () => "The clock of whoever captured was not right",
  },
  gaps: {
    es: () => "La captura tiene pausas de más de una hora",
    en: () => "The capture has pauses of more than an hour",
  },
  keys: {
    es: () => "Junto a la captura hay claves que abren lo cifrado",
    en: () => "Beside the capture there are keys that open what is encrypted",
  },
};

const times = (p: Params, one: string, many: string): string => plural(p.count!, one, `${count(p.count!)} ${many}`);

const WHY: Readonly<Record<string, Both>> = {
  vpn: {
    es: (p) => `A ${p.where}. Lo que pasó por ahí no se ve en esta captura, tampoco sus nombres.`,
    en: (p) => `To ${p.where}. What passed there does not show in this capture, nor do its names.`,
  },
  relay: {
    es: (p) => `A ${p.where}. Qué sitios se visitaron por ahí no se ve.`,
    en: (p) => `To ${p.where}. Which sites were visited through it does not show.`,
  },
  doh: {
    es: (p) => `Por ${p.where}. Esos nombres no se ven, aunque después se abra el sitio.`,
    en: (p) => `Through ${p.where}. Those names do not show, though the site may be opened afterwards.`,
  },
  dot: {
    es: (p) => `Por ${p.where}. Esos nombres no se ven, aunque después se abra el sitio.`,
    en: (p) => `Through ${p.where}. Those names do not show, though the site may be opened afterwards.`,
  },
  ech: {
    es: (p) =>
      `Fueron ${count(p.count!)}, entre ellas ${p.where}. Algunos navegadores lo mandan siempre, aunque no escondan nada.`,
    en: (p) =>
      `There were ${count(p.count!)}, among them ${p.where}. Some browsers send it always, even if they hide nothing.`,
  },
  unread: {
    es: (p) => `Son de una versión de QUIC que no leemos, o empezaron antes: ${p.where}.`,
    en: (p) => `They are of a version of QUIC that we do not read, or began earlier: ${p.where}.`,
  },
  lost: {
    es: (p) => `${count(p.count!)} paquetes se cortaron o se perdieron al capturar. Ahí pudo haber algo que no vimos.`,
    en: (p) =>
      `${count(p.count!)} packets were cut or lost while capturing. There may have been something that we did not see.`,
  },
  clock: {
    es: (p) => `En ${count(p.count!)} paquetes la hora no estaba puesta. El orden vale, las fechas no.`,
    en: (p) => `In ${count(p.count!)} packets the time was not set. The order holds, the dates do not.`,
  },
  gaps: {
    es: (p) => `Pasó ${times(p, "una vez", "veces")}: no hubo nada que capturar, se detuvo, o saltó el reloj.`,
    en: (p) =>
      `It happened ${times(p, "once", "times")}: there was nothing to capture, it was stopped, or the clock jumped.`,
  },
  keys: {
    es: () =>
      "No se usaron, porque nadie lo pidió, y no se guardan. Quien tenga la captura y las claves lee lo que se dijo.",
    en: () =>
      "They were not used, since nobody asked for it, and are not kept. Who has capture and keys reads what was said.",
  },
};

const of = (table: Readonly<Record<string, Both>>): Words => ({
  es: (p) => (table[p.subject!] ?? table.unread!).es(p),
  en: (p) => (table[p.subject!] ?? table.unread!).en(p),
});

export const words: RuleWords = {
  name: { es: "Lo que la captura no deja ver", en: "What the capture does not let us see" },
  title: of(TITLES),
  why: of(WHY),
  otherwise: {
    es: "Es común y protege a la gente. Se anota porque limita esta revisión.",
    en: "It is common and protects people. It is noted because it limits this check.",
  },
  next: {
    es: (p) =>
      p.subject === "keys"
        ? "Si quien usa el teléfono está de acuerdo, revisa otra vez y permite usar las claves: en la página, al dar permiso; en la orden, con --with-keys. Guárdalas como una contraseña."
        : "Si hace falta, captura otra vez sin VPN, con la hora puesta y por más tiempo.",
    en: (p) =>
      p.subject === "keys"
        ? "If whoever uses the phone agrees, check again and allow the keys: in the page where you give permission, in the command with --with-keys. Keep them as you keep a password."
        : "If need be, capture again without a VPN, with the clock set, and for longer.",
  },
};
