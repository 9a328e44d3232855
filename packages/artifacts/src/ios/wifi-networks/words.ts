import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Redes Wi-Fi conocidas", en: "Known Wi-Fi networks" },
  shows: {
    es: "A qué redes Wi-Fi se unió el teléfono, cuándo, si fue solo o lo pediste tú, y por qué antena.",
    en: "Which Wi-Fi networks the phone joined, when, whether by itself or because you asked, and through which access point.",
  },
  hides: {
    es: "Redes que se olvidaron, qué pasó por ellas y las contraseñas. De cada red queda la última vez.",
    en: "Networks that were forgotten, what passed through them, and passwords. Of each network the last time remains.",
  },
};

const f = {
  ssid: { es: "Nombre de la red", en: "Name of the network" },
  bssid: { es: "Dirección de la antena", en: "Address of the access point" },
  security: { es: "Protección", en: "Protection" },
  added: { es: "Se agregó", en: "Added" },
  by_user: { es: "La última vez que tú te uniste", en: "Last time that you joined" },
  by_system: { es: "La última vez que se unió solo", en: "Last time that it joined by itself" },
  updated: { es: "Última modificación", en: "Last change" },
  seen: { es: "Última vez a la vista", en: "Last time in sight" },
  hidden: { es: "Red oculta", en: "Hidden network" },
  captive: { es: "Con página de entrada", en: "With a sign-in page" },
  channel: { es: "Canal", en: "Channel" },
  router: { es: "Router detrás de la antena", en: "Router behind the access point" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  network: {
    ssid: { words: f.ssid },
    bssid: { words: f.bssid },
    security: { words: f.security },
    added: { words: f.added },
    by_user: { words: f.by_user },
    by_system: { words: f.by_system },
    updated: { words: f.updated },
    seen: { words: f.seen },
    hidden: { words: f.hidden },
    captive: { words: f.captive },
    channel: { words: f.channel },
  },
  point: {
    ssid: { words: f.ssid },
    bssid: { words: f.bssid },
    channel: { words: f.channel },
    router: { words: f.router },
  },
};
