import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "VPN, DNS, filtros y proxy", en: "VPN, DNS, filters and proxy" },
  shows: {
    es: "Por dónde manda el teléfono su conexión: VPN, quién resuelve las direcciones, filtros y proxy, y qué app lo puso.",
    en: "Which way the phone sends its connection: VPN, who resolves addresses, filters and proxy, and which app set it up.",
  },
  hides: {
    es: "Si estaba encendido en algún momento, desde cuándo está, y qué pasó por ahí.",
    en: "Whether it was on at some moment, since when it is there, and what passed through it.",
  },
};

const f = {
  what: { es: "Qué es", en: "What it is" },
  name: { es: "Nombre", en: "Name" },
  app: { es: "App que lo puso", en: "App that set it up" },
  provider: { es: "Programa que lo hace", en: "Program that does it" },
  type: { es: "Clase de VPN", en: "Kind of VPN" },
  enabled: { es: "Activado", en: "Enabled" },
  on_demand: { es: "Se enciende solo", en: "Turns itself on" },
  servers: { es: "Servidores", en: "Servers" },
  profile: { es: "Perfil del que viene", en: "Profile that it comes from" },
  organization: { es: "Organización que dice ser", en: "Organisation it claims" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  setting: {
    what: { words: f.what },
    name: { words: f.name },
    app: { words: f.app },
    provider: { words: f.provider },
    type: { words: f.type },
    enabled: { words: f.enabled },
    on_demand: { words: f.on_demand },
    servers: { words: f.servers },
    profile: { words: f.profile },
    organization: { words: f.organization },
  },
};
