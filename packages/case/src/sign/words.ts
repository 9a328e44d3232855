/** Why a key does not sign. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { KeyFailure } from "./types.ts";

export const KEY_FAILURE: Readonly<Record<KeyFailure, Words>> = {
  "not-a-key": { es: "No es una llave de minisign ni de SSH.", en: "It is no key of minisign and none of SSH." },
  damaged: { es: "La llave está dañada.", en: "The key is damaged." },
  "passphrase-needed": { es: "La llave pide contraseña.", en: "The key asks for a passphrase." },
  "passphrase-wrong": { es: "Esa contraseña no abre la llave.", en: "That passphrase does not open the key." },
  unsupported: {
    es: "La llave es de otro tipo. Hace falta una Ed25519.",
    en: "The key is of another kind. An Ed25519 one is needed.",
  },
  "locked-ssh": {
    es: "Esa llave de SSH está cerrada de un modo que aquí no se abre. Firma con «ssh-keygen -Y sign -n contraluz-bundle -f LLAVE tagmanifest-sha256.txt» y usa --signature.",
    en: "That SSH key is locked in a way that is not opened here. Sign with “ssh-keygen -Y sign -n contraluz-bundle -f KEY tagmanifest-sha256.txt” and use --signature.",
  },
  "too-costly": {
    es: "Abrir la llave pide demasiada memoria o demasiado tiempo.",
    en: "Opening the key asks for too much memory or time.",
  },
};
