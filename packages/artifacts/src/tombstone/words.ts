import type { ArtifactFields } from "../artifact.ts";

/** Of what every artifact of crashes tells. */
export const crashFields: ArtifactFields = {
  crash: {
    process: { words: { es: "Programa", en: "Program" } },
    app: { words: { es: "App", en: "App" } },
    path: { words: { es: "Ruta del programa", en: "Path of the program" } },
    thread: { words: { es: "Parte que falló", en: "Part that failed" } },
    pid: { words: { es: "Número del proceso", en: "Number of the process" } },
    tid: { words: { es: "Número del hilo", en: "Number of the thread" } },
    uid: { words: { es: "Número de usuario", en: "Number of the user" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
    label: { words: { es: "Etiqueta de seguridad", en: "Security label" } },
    signal: { words: { es: "Señal", en: "Signal" } },
    code: { words: { es: "Código", en: "Code" } },
    cause: { words: { es: "Causa que dice el sistema", en: "Cause that the system gives" } },
    abort: { words: { es: "Último mensaje", en: "Last message" } },
    frames: { words: { es: "Archivos de las llamadas", en: "Files of the calls" } },
    mapped: { words: { es: "Archivos cargados en lugares poco comunes", en: "Files loaded from uncommon places" } },
    format: { words: { es: "Formato", en: "Format" } },
  },
};
