import { type Params, plural } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const NIVEL: Readonly<Record<string, string>> = { 1: "alto", 2: "medio", 3: "bajo" };
const LEVEL: Readonly<Record<string, string>> = { 1: "high", 2: "medium", 3: "low" };
const TOOL = (p: Params, or: string): string => (p.tool === "suricata" ? "Suricata" : `TinyCheck ${or} SpyGuard`);

export const words: RuleWords = {
  name: { es: "Avisos de TinyCheck, SpyGuard o Suricata", en: "Alerts of TinyCheck, SpyGuard or Suricata" },
  title: {
    es: (p) =>
      `${TOOL(p, "o")} dio ${plural(p.alerts ?? 1, "un aviso", `${p.alerts} avisos`)} de nivel ${NIVEL[String(p.step)] ?? "?"}`,
    en: (p) =>
      `${TOOL(p, "or")} gave ${plural(p.alerts ?? 1, "one alert", `${p.alerts} alerts`)} of level ${LEVEL[String(p.step)] ?? "?"}`,
  },
  why: {
    es: (p) =>
      `Lo dice su propio archivo, el primero así: «${p.title ?? ""}».${p.hosts === "" || p.hosts === undefined ? "" : ` Es sobre ${p.hosts}.`}`,
    en: (p) =>
      `Its own file says so, the first one thus: “${p.title ?? ""}”.${p.hosts === "" || p.hosts === undefined ? "" : ` It is about ${p.hosts}.`}`,
  },
  otherwise: {
    es: "Estas cajas avisan también de cosas comunes: juegos, llamadas, certificados gratuitos. No lo comprobamos.",
    en: "These boxes also warn of common things: games, calls, free certificates. We did not check it.",
  },
  next: {
    es: "Si tienes la captura, revísala aquí también. Si no, guarda estos archivos y pregunta a una línea de ayuda.",
    en: "If you have the capture, check it here, too. If not, keep these files and ask a helpline.",
  },
};
