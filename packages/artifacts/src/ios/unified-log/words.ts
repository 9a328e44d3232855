import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Registro del sistema", en: "System log" },
  shows: {
    es: "Qué programas se ejecutaron y escribieron en el registro del iPhone: desde qué carpeta, cuándo, cuánto, y cuándo se encendió el teléfono.",
    en: "Which programs ran and wrote to the log of the iPhone: from which folder, when, how much, and when the phone was started.",
  },
  hides: {
    es: "El texto de las entradas, salvo el de programas en carpetas raras y si lo permites. El teléfono borra lo viejo: guarda de unas horas a unas semanas. Un programa puede no escribir nada.",
    en: "The words of the entries, but for those of programs in odd folders, and if you allow it. The phone removes what is old: it keeps hours to weeks. A program may write nothing.",
  },
};

const f = {
  path: { es: "Ruta del programa", en: "Path of the program" },
  uuid: { es: "Identificador del programa (UUID)", en: "Identifier of the program (UUID)" },
  name: { es: "Programa", en: "Program" },
  pid: { es: "Número del proceso", en: "Number of the process" },
  euid: { es: "Número de usuario", en: "Number of the user" },
  service: { es: "Servicio", en: "Service" },
  reason: { es: "Motivo del inicio", en: "Why it was started" },
  signal: { es: "Señal que lo terminó", en: "Signal that ended it" },
  by: { es: "Quién envió la señal", en: "Who sent the signal" },
  boot: { es: "Encendido (UUID)", en: "Boot (UUID)" },
  first: { es: "Primera entrada", en: "First entry" },
  last: { es: "Última entrada", en: "Last entry" },
  entries: { es: "Entradas", en: "Entries" },
  errors: { es: "Entradas de error", en: "Entries about errors" },
  faults: { es: "Entradas de falla", en: "Entries about faults" },
  lost: { es: "Entradas que el sistema perdió", en: "Entries that the system lost" },
  subsystems: { es: "Temas con más entradas", en: "Subsystems with most entries" },
  build: { es: "Versión del sistema (compilación)", en: "Build of the system" },
  hardware: { es: "Modelo de la placa", en: "Model of the board" },
  zone: { es: "Zona horaria del teléfono", en: "Time zone of the phone" },
  text: { es: "Lo que escribió", en: "What it wrote" },
} satisfies Record<string, Words>;

const sums = { entries: { words: f.entries }, errors: { words: f.errors }, faults: { words: f.faults } };

export const fields: ArtifactFields = {
  image: { path: { words: f.path }, uuid: { words: f.uuid } },
  launch: {
    name: { words: f.name },
    pid: { words: f.pid },
    service: { words: f.service },
    reason: { words: f.reason },
  },
  exit: {
    service: { words: f.service },
    pid: { words: f.pid },
    signal: { words: f.signal },
    by: { words: f.by },
  },
  message: { path: { words: f.path }, pid: { words: f.pid }, text: { words: f.text, content: true } },
  process: {
    path: { words: f.path },
    uuid: { words: f.uuid },
    pid: { words: f.pid },
    euid: { words: f.euid },
    boot: { words: f.boot },
    last: { words: f.last },
    ...sums,
  },
  hour: { path: { words: f.path }, uuid: { words: f.uuid }, ...sums, subsystems: { words: f.subsystems } },
  boot: {
    boot: { words: f.boot },
    first: { words: f.first },
    last: { words: f.last },
    entries: { words: f.entries },
    lost: { words: f.lost },
    build: { words: f.build },
    hardware: { words: f.hardware },
    zone: { words: f.zone },
  },
};
