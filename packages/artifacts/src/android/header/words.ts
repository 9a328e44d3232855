import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Arranque del teléfono", en: "Start of the phone" },
  shows: {
    es: "Con qué sistema arrancó el teléfono y si su arranque estaba cerrado, como lo supo el núcleo del sistema.",
    en: "Which system the phone started, and whether its start was locked, as the kernel was told.",
  },
  hides: {
    es: "Quién abrió el arranque y cuándo. Algunos teléfonos no dicen aquí nada.",
    en: "Who unlocked the start, and when. Some phones say nothing here.",
  },
};

export const fields: ArtifactFields = {
  boot: {
    build: { words: { es: "Compilación", en: "Build" } },
    fingerprint: { words: { es: "Huella de la compilación", en: "Fingerprint of the build" } },
    bootloader: { words: { es: "Programa de arranque", en: "Bootloader" } },
    kernel: { words: { es: "Núcleo", en: "Kernel" } },
    verified: { words: { es: "Arranque verificado", en: "Verified boot" } },
    device: { words: { es: "Estado del candado", en: "State of the lock" } },
    locked: { words: { es: "Candado de escritura", en: "Lock of writing" } },
    selinux: { words: { es: "Reglas del sistema (SELinux)", en: "Rules of the system (SELinux)" } },
    verity: { words: { es: "Revisión del sistema", en: "Checking of the system" } },
    warranty: { words: { es: "Marca de garantía", en: "Mark of warranty" } },
  },
};
