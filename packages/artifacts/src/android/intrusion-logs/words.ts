import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Registro de intrusiones (Protección avanzada)", en: "Intrusion logs (Advanced Protection)" },
  shows: {
    es: "Qué app buscó qué sitio, a qué servidor se conectó, y qué pasó en el teléfono: arranques, desbloqueos, instalaciones, órdenes por cable.",
    en: "Which app looked up which site, to which server it connected, and what happened on the phone: starts, unlocks, installs, commands over the cable.",
  },
  hides: {
    es: "Lo que pasó mientras el registro estuvo apagado, y lo que viajó en cada conexión.",
    en: "What happened while the log was off, and what travelled in each connection.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  host: { es: "Sitio", en: "Site" },
  addresses: { es: "Servidores que respondió la red", en: "Servers that the network answered" },
  address: { es: "Servidor", en: "Server" },
  port: { es: "Puerto", en: "Port" },
  type: { es: "Qué pasó", en: "What happened" },
  command: { es: "Orden", en: "Command" },
  path: { es: "Archivo", en: "File" },
  process: { es: "Programa", en: "Program" },
  uid: { es: "Número de usuario de la app", en: "User number of the app" },
  pid: { es: "Número de proceso", en: "Process number" },
  sha256: { es: "Huella de la app", en: "Hash of the app" },
  success: { es: "Se logró", en: "It succeeded" },
  strength: { es: "Tipo de llave (1 es fuerte)", en: "Kind of key (1 is strong)" },
  state: { es: "Arranque verificado", en: "Verified boot" },
  verity: { es: "Sistema verificado", en: "Verified system" },
  folder: { es: "Carpeta donde se montó", en: "Folder where it was mounted" },
  subject: { es: "A nombre de quién", en: "In whose name" },
  version: { es: "Versión", en: "Version" },
  user: { es: "Usuario o perfil del teléfono", en: "User or profile of the phone" },
  key: { es: "Nombre de la llave", en: "Name of the key" },
  reason: { es: "Razón", en: "Reason" },
  restriction: { es: "Restricción", en: "Restriction" },
  enabled: { es: "Encendido", en: "Turned on" },
  device: { es: "Dirección del aparato o de la red", en: "Address of the device or the network" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  dns: { app: { words: f.app }, host: { words: f.host }, addresses: { words: f.addresses } },
  connection: {
    app: { words: f.app },
    host: { words: f.host },
    address: { words: f.address },
    port: { words: f.port },
  },
  security: {
    type: { words: f.type },
    app: { words: f.app },
    command: { words: f.command },
    path: { words: f.path },
    process: { words: f.process },
    uid: { words: f.uid },
    pid: { words: f.pid },
    sha256: { words: f.sha256 },
    success: { words: f.success },
    strength: { words: f.strength },
    state: { words: f.state },
    verity: { words: f.verity },
    folder: { words: f.folder },
    subject: { words: f.subject },
    version: { words: f.version },
    user: { words: f.user },
    key: { words: f.key },
    reason: { words: f.reason },
    restriction: { words: f.restriction },
    enabled: { words: f.enabled },
    device: { words: f.device, content: true },
  },
};
