import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Registro del sistema", en: "System log" },
  shows: {
    es: "Programas que se abrieron o fallaron, reglas rotas, instalaciones, órdenes por cable y servidores que se nombran.",
    en: "Programs that started or failed, rules that were broken, installs, orders over the cable, and servers that are named.",
  },
  hides: {
    es: "El registro cubre minutos u horas. Lo demás se borra solo, y no encontrar algo aquí no dice nada.",
    en: "The log covers minutes or hours. The rest is overwritten, and not finding something here says nothing.",
  },
};

export const fields: ArtifactFields = {
  event: {
    type: { words: { es: "Suceso", en: "Event" } },
    tag: { words: { es: "Quién lo escribió", en: "Who wrote it" } },
    app: { words: { es: "App", en: "App" } },
    process: { words: { es: "Programa", en: "Program" } },
    path: { words: { es: "Archivo", en: "File" } },
    host: { words: { es: "Servidor", en: "Server" } },
    asked: { words: { es: "Se le envió una petición", en: "A request was sent to it" } },
    uid: { words: { es: "Número de la app", en: "Number of the app" } },
    text: { words: { es: "Lo que dice", en: "What it says" } },
    count: { words: { es: "Veces", en: "Times" } },
    last: { words: { es: "Última vez", en: "Last time" } },
  },
};
