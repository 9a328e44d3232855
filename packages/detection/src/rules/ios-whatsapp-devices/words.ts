import { plural } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

type P = Readonly<Record<string, string | number>>;

function traces(p: P, listed: string, written: string, and: string): string {
  const parts = [...(Number(p.devices) > 0 ? [listed] : []), ...(Number(p.months) > 0 ? [written] : [])];
  return parts.join(and);
}

const es = (p: P): string =>
  traces(
    p,
    `la lista de tu cuenta nombra ${p.devices} ${plural(p.devices!, "aparato", "aparatos")} además del teléfono`,
    `hay mensajes tuyos escritos en WhatsApp Web o en la app de computadora, en ${p.months} ${plural(p.months!, "mes", "meses")}${p.last ? ` (el último: ${p.last})` : ""}`,
    ", y ",
  );
const en = (p: P): string =>
  traces(
    p,
    `the list of your account names ${p.devices} ${plural(p.devices!, "device", "devices")} besides the phone`,
    `there are messages of yours written in WhatsApp Web or the computer app, in ${p.months} ${plural(p.months!, "month", "months")}${p.last ? ` (the last: ${p.last})` : ""}`,
    ", and ",
  );

export const words: RuleWords = {
  name: {
    es: "Aparatos vinculados al WhatsApp de este teléfono",
    en: "Devices linked to the WhatsApp of this phone",
  },
  title: {
    es: "¿Son tuyos los aparatos vinculados a tu WhatsApp?",
    en: "Are the devices linked to your WhatsApp yours?",
  },
  why: {
    es: (p) => `En tu WhatsApp ${es(p)}. Desde un aparato vinculado se leen tus mensajes sin tocar tu teléfono.`,
    en: (p) => `In your WhatsApp ${en(p)}. From a linked device your messages can be read without touching your phone.`,
  },
  otherwise: {
    es: "Casi siempre es tu propia computadora, aunque ya no la uses. La lista puede estar vieja.",
    en: "Nearly always it is your own computer, even if you no longer use it. The list can be old.",
  },
  next: {
    es: "Abre WhatsApp, Configuración, Dispositivos vinculados, y toma una captura de pantalla. Si hay uno que no es tuyo, habla con una línea de ayuda antes de cerrarlo. Si todos son tuyos, dilo y deja de salir.",
    en: "Open WhatsApp, Settings, Linked devices, and take a screenshot. If one is not yours, talk to a helpline before you log it out. If all are yours, say so and it goes away.",
  },
};
