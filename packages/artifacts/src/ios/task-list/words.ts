import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lista de tareas del sistema", en: "The system's list of tasks" },
  shows: {
    es: "Los programas abiertos al hacer el diagnóstico, como los cuenta el núcleo del sistema, y desde cuándo. Sirve para comparar con las otras listas.",
    en: "The programs that ran when the diagnosis was made, as the core of the system counts them, and since when. It serves to compare with the other lists.",
  },
  hides: {
    es: "De qué carpeta se abrieron: solo da nombres, y los largos vienen cortados.",
    en: "From which folder they were started: it gives names only, and long ones are cut.",
  },
};

const f = {
  name: { es: "Nombre del programa", en: "Name of the program" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  started: { es: "Abierto desde", en: "Running since" },
  app: { es: "Es una app", en: "Is an app" },
  daemon: { es: "Es un servicio de Apple", en: "Is a service of Apple" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  process: {
    name: { words: f.name },
    pid: { words: f.pid },
    started: { words: f.started },
    app: { words: f.app },
    daemon: { words: f.daemon },
  },
};
