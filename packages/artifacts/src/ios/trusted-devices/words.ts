import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Aparatos del llavero de iCloud", en: "Devices of the iCloud keychain" },
  shows: {
    es: "Los aparatos que comparten tus contraseñas de iCloud, con su modelo y desde cuándo. Si no conoces uno, alguien más puede tener acceso a tu cuenta.",
    en: "The devices that share your iCloud passwords, with their model and since when. If you do not know one, somebody else may have access to your account.",
  },
  hides: {
    es: "Aparatos que usan la cuenta sin el llavero, y quien solo sabe la contraseña. De este iPhone no guardamos el número de serie.",
    en: "Devices that use the account without the keychain, and whoever only knows the password. Of this iPhone the serial number is not kept.",
  },
};

const f = {
  own: { es: "Es este iPhone", en: "Is this iPhone" },
  name: { es: "Nombre del aparato", en: "Name of the device" },
  model: { es: "Modelo", en: "Model" },
  os: { es: "Versión del sistema", en: "Version of the system" },
  serial: { es: "Número de serie", en: "Serial number" },
  peer: { es: "Identificador en el llavero", en: "Identifier in the keychain" },
  state: { es: "Estado del llavero", en: "State of the keychain" },
  peers: { es: "Otros aparatos", en: "Other devices" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  device: {
    own: { words: f.own },
    name: { words: f.name },
    model: { words: f.model },
    os: { words: f.os },
    serial: { words: f.serial },
    peer: { words: f.peer },
  },
  circle: { circle_state: { words: f.state }, peers: { words: f.peers } },
};
