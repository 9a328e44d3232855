import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Instaladores de apps (APK)", en: "Packages of apps (APK)" },
  shows: {
    es: "Qué dice cada app de sí misma: permisos, si tiene ícono, si puede ver la pantalla; su huella y quién la firmó.",
    en: "What each app says of itself: permissions, whether it has an icon, whether it can see the screen; its hash and who signed it.",
  },
  hides: {
    es: "Qué hace el programa por dentro, y si la persona concedió lo que pide. La firma no se comprueba: eso lo hizo el teléfono.",
    en: "What the program does inside, and whether the person granted what it asks for. The signature is not verified: the phone did that.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  file: { es: "Archivo", en: "File" },
  split: { es: "Parte de la app", en: "Part of the app" },
  sha256: { es: "Huella SHA-256", en: "SHA-256 hash" },
  size: { es: "Tamaño", en: "Size" },
  versionName: { es: "Versión", en: "Version" },
  versionCode: { es: "Número de versión", en: "Number of the version" },
  targetSdk: { es: "Hecha para el nivel de Android", en: "Made for the Android level" },
  label: { es: "Nombre que muestra", en: "Name that it shows" },
  permissions: { es: "Permisos que pide", en: "Permissions that it asks for" },
  admin: { es: "Puede ser administradora del teléfono", en: "Can be an administrator of the phone" },
  accessibility: {
    es: "Puede ver y tocar la pantalla (accesibilidad)",
    en: "Can see and touch the screen (accessibility)",
  },
  listener: { es: "Puede leer las notificaciones", en: "Can read notifications" },
  keyboard: { es: "Puede ser el teclado", en: "Can be the keyboard" },
  vpn: { es: "Puede ser una VPN", en: "Can be a VPN" },
  launcher: { es: "Tiene ícono", en: "Has an icon" },
  debuggable: { es: "Se puede depurar", en: "Can be debugged" },
  signers: { es: "Certificados de quien la firmó", en: "Certificates of who signed it" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  apk: {
    app: { words: f.app },
    file: { words: f.file },
    split: { words: f.split },
    sha256: { words: f.sha256 },
    size: { words: f.size, unit: "B" },
    versionName: { words: f.versionName },
    versionCode: { words: f.versionCode },
    targetSdk: { words: f.targetSdk },
    label: { words: f.label },
    permissions: { words: f.permissions },
    admin: { words: f.admin },
    accessibility: { words: f.accessibility },
    listener: { words: f.listener },
    keyboard: { words: f.keyboard },
    vpn: { words: f.vpn },
    launcher: { words: f.launcher },
    debuggable: { words: f.debuggable },
    signers: { words: f.signers },
  },
};
