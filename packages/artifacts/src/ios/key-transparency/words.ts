import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Aparatos que reciben tus mensajes", en: "Devices that receive your messages" },
  shows: {
    es: "Los aparatos de tu cuenta que la verificación de claves de iMessage conoce, y desde cuándo se usan mensajes y FaceTime.",
    en: "The devices of your account that the key verification of iMessage knows, and since when messages and FaceTime are used.",
  },
  hides: {
    es: "Si el aparato es tuyo. En iPhones viejos, o sin cuenta, la lista no existe.",
    en: "Whether the device is yours. On old iPhones, or without an account, there is no such list.",
  },
};

const f = {
  device: { es: "Identificador del aparato", en: "Identifier of the device" },
  model: { es: "Modelo", en: "Model" },
  os: { es: "Versión del sistema", en: "Version of the system" },
  app: { es: "Servicio", en: "Service" },
  registered: { es: "Registrado el", en: "Registered at" },
  account: { es: "Estado de la cuenta", en: "State of the account" },
  system: { es: "Estado del sistema", en: "State of the system" },
  own: { es: "Estado de este aparato", en: "State of this device" },
  opted: { es: "Verificación activada", en: "Verification on" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  device: { device: { words: f.device }, model: { words: f.model }, os: { words: f.os } },
  service: { app: { words: f.app }, registered: { words: f.registered } },
  status: {
    account: { words: f.account },
    system: { words: f.system },
    own: { words: f.own },
    opted: { words: f.opted },
  },
};
