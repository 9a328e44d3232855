import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

/** Operations as AppOps names them. `note`: told of apps of shops too. */
export const OPS = {
  RECORD_AUDIO: { es: "micrófono", en: "microphone", note: true },
  PHONE_CALL_MICROPHONE: { es: "micrófono", en: "microphone", note: true },
  RECEIVE_AMBIENT_TRIGGER_AUDIO: { es: "micrófono", en: "microphone", note: false },
  CAMERA: { es: "cámara", en: "camera", note: true },
  FINE_LOCATION: { es: "ubicación", en: "location", note: false },
  COARSE_LOCATION: { es: "ubicación", en: "location", note: false },
  MONITOR_HIGH_POWER_LOCATION: { es: "ubicación", en: "location", note: false },
  READ_SMS: { es: "mensajes SMS", en: "text messages", note: false },
  READ_CALL_LOG: { es: "lista de llamadas", en: "list of calls", note: false },
  PROJECT_MEDIA: { es: "pantalla", en: "screen", note: true },
} as const;

export const words: RuleWords = {
  name: {
    es: "Micrófono, cámara o ubicación usados sin que la app estuviera a la vista",
    en: "Microphone, camera or location used while the app was out of sight",
  },
  title: {
    es: (p) =>
      `${plural(p.count!, "Una app usó", `${p.count} apps usaron`)} ${p.what_es}${p.case === "unknown" ? "" : " en segundo plano"}: ${p.app}`,
    en: (p) =>
      `${plural(p.count!, "One app used", `${p.count} apps used`)} ${p.what_en}${p.case === "unknown" ? "" : " in the background"}: ${p.app}`,
  },
  why: {
    es: (p) =>
      p.case === "unknown"
        ? "No vino de una tienda de apps. Esta versión de Android no dice si estaba a la vista."
        : p.case === "lead"
          ? "No vino de una tienda de apps, y el celular anotó que lo hizo sin estar a la vista. Una app que vigila hace esto."
          : "El celular anotó que lo hizo sin estar a la vista.",
    en: (p) =>
      p.case === "unknown"
        ? "It did not come from an app store. This version of Android does not say whether it was in sight."
        : p.case === "lead"
          ? "It did not come from an app store, and the phone noted that it did so out of sight. An app that watches does this."
          : "The phone noted that it did so out of sight.",
  },
  otherwise: {
    es: "Una llamada con la pantalla apagada, una grabadora, un mapa que guía, una app que cuenta pasos.",
    en: "A call with the screen off, a recorder, a map that guides you, an app that counts steps.",
  },
  next: {
    es: (p) =>
      p.case === "lead"
        ? "No la quites todavía: quien la puso puede darse cuenta. Guarda este archivo y escribe a una línea de ayuda desde otro aparato."
        : "Si conoces la app y la usas así, está explicado. Si no, pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "lead"
        ? "Do not remove it yet: whoever put it there may notice. Keep this file and write to a helpline from another device."
        : "If you know the app and use it like that, it is explained. If not, ask a helpline.",
  },
} satisfies Record<string, Words>;
