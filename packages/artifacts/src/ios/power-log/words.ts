import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de la batería", en: "Log of the battery" },
  shows: {
    es: "Programas que se abrieron, usaron la red, el micrófono, la cámara o la ubicación en los últimos días. También apps que ya se borraron.",
    en: "Programs that were started, used the network, the microphone, the camera or the location in the last days. Also apps that are deleted by now.",
  },
  hides: {
    es: "Más de unos tres días atrás, salvo días viejos que el iPhone guardó aparte. No dice con quién se conectó un programa.",
    en: "More than some three days back, but for older days that the iPhone keeps apart. It does not tell whom a program connected to.",
  },
};

const f = {
  name: { es: "Programa", en: "Program" },
  app: { es: "Identificador de la app", en: "App identifier" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  times: { es: "Veces anotado", en: "Times noted" },
  first: { es: "Primera vez", en: "First time" },
  until: { es: "Hasta", en: "Until" },
  wifi_in: { es: "Recibido por Wi-Fi", en: "Received by Wi-Fi" },
  wifi_out: { es: "Enviado por Wi-Fi", en: "Sent by Wi-Fi" },
  cell_in: { es: "Recibido por datos", en: "Received by mobile data" },
  cell_out: { es: "Enviado por datos", en: "Sent by mobile data" },
  title: { es: "Nombre de la app", en: "Name of the app" },
  version: { es: "Versión", en: "Version" },
  executable: { es: "Archivo del programa", en: "File of the program" },
  deleted: { es: "Borrada el", en: "Deleted at" },
  state: { es: "Estado (número)", en: "State (number)" },
  operation: { es: "Operación", en: "Operation" },
  purpose: { es: "Para qué", en: "Purpose" },
  route: { es: "Aparato de sonido", en: "Sound device" },
  camera: { es: "Cámara (número)", en: "Camera (number)" },
  client: { es: "Quién la pidió", en: "Who asked" },
  type: { es: "Clase", en: "Kind" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  process: { name: { words: f.name }, app: { words: f.app }, pid: { words: f.pid } },
  measured: { name: { words: f.name }, app: { words: f.app }, times: { words: f.times } },
  network: {
    name: { words: f.name },
    app: { words: f.app },
    times: { words: f.times },
    first: { words: f.first },
    until: { words: f.until },
    wifi_in: { words: f.wifi_in, unit: "B" },
    wifi_out: { words: f.wifi_out, unit: "B" },
    cell_in: { words: f.cell_in, unit: "B" },
    cell_out: { words: f.cell_out, unit: "B" },
  },
  app: {
    app: { words: f.app },
    title: { words: f.title },
    version: { words: f.version },
    executable: { words: f.executable },
    deleted: { words: f.deleted },
  },
  use: { app: { words: f.app }, pid: { words: f.pid }, app_state: { words: f.state } },
  audio: {
    app: { words: f.app },
    pid: { words: f.pid },
    operation: { words: f.operation },
    purpose: { words: f.purpose },
    route: { words: f.route },
  },
  camera: { app: { words: f.app }, camera: { words: f.camera }, on: { words: f.state } },
  location: {
    app: { words: f.app },
    client: { words: f.client },
    executable: { words: f.executable },
    type: { words: f.type },
    until: { words: f.until },
  },
};
