/** What `hunt campaigns`, `hunt share` and `hunt compare` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

export const HSW = {
  linking: { es: "Comparando casos", en: "Comparing cases" },
  needHunt: {
    es: (p: { line: string }) => `Todavía no hay ninguna búsqueda: ${p.line}`,
    en: (p: { line: string }) => `There is no hunt yet: ${p.line}`,
  },
  needWhom: {
    es: "Falta decir para quién: --whom NOMBRE, como está en el consentimiento, o --whom public.",
    en: "For whom it is, is missing: --whom NAME, as in the consent, or --whom public.",
  },
  needOutput: {
    es: "Falta el archivo nuevo para las claves: --output ARCHIVO.",
    en: "The new file for the keys is missing: --output FILE.",
  },
  needFormat: {
    es: "Falta el formato: --format stix o --format misp.",
    en: "The format is missing: --format stix or --format misp.",
  },
  badFewer: {
    es: (p: { found: string; least: number }) => `«--fewer ${p.found}» no es un número de ${p.least} a 1,000.`,
    en: (p: { found: string; least: number }) => `“--fewer ${p.found}” is not a number from ${p.least} to 1,000.`,
  },
  nobody: {
    es: "Ningún caso permite que esto salga. Lo dice su consentimiento: destinatarios, o publicación.",
    en: "No case allows this to leave. Its consent says so: recipients, or publication.",
  },
  /** How many take part. */
  part: {
    es: (p: { n: number; left: number }) =>
      `Se ${plural(p.n, "cuenta", "cuentan")} ${count(p.n)} ${plural(p.n, "caso", "casos")}.${p.left > 0 ? ` ${count(p.left)} ${plural(p.left, "queda", "quedan")} fuera: su consentimiento no lo permite.` : ""}`,
    en: (p: { n: number; left: number }) =>
      `${count(p.n)} ${plural(p.n, "case counts", "cases count")}.${p.left > 0 ? ` ${count(p.left)} ${plural(p.left, "stays", "stay")} out: the consent does not allow it.` : ""}`,
  },
  shared: {
    es: (p: { n: number; left: number }) =>
      `Se ${plural(p.n, "dice", "dicen")} ${count(p.n)} ${plural(p.n, "señal", "señales")}.${p.left > 0 ? ` ${count(p.left)} ${plural(p.left, "queda", "quedan")} aquí: se publicaron para menos gente, o el formato no las puede decir.` : ""}`,
    en: (p: { n: number; left: number }) =>
      `${count(p.n)} ${plural(p.n, "sign is", "signs are")} told.${p.left > 0 ? ` ${count(p.left)} ${plural(p.left, "stays", "stay")} here: published for fewer people, or the format cannot say it.` : ""}`,
  },
  published: {
    es: (p: { path: string }) => `El informe está en «${p.path}». Léelo completo antes de darlo.`,
    en: (p: { path: string }) => `The report is in “${p.path}”. Read all of it before you hand it on.`,
  },
  madeKeys: {
    es: (p: { n: number; size: number }) =>
      `Van ${count(p.n)} ${plural(p.n, "clave", "claves")}, y otras de nada hasta completar ${count(p.size)}.`,
    en: (p: { n: number; size: number }) =>
      `${count(p.n)} ${plural(p.n, "key goes", "keys go")}, and others of nothing up to ${count(p.size)}.`,
  },
  leaks: {
    es: "Qué se puede saber con ese archivo. Quien tenga también el secreto puede probar nombres, y sabrá cuáles tiene este laboratorio. Quien no lo tenga solo sabe el tamaño. Usa otro secreto con cada laboratorio, y bórralos los dos al terminar.",
    en: "What that file can tell. Whoever also has the secret can try names, and will know which of them this lab has. Whoever does not have it knows the size alone. Use another secret with each lab, and delete both afterwards.",
  },
  needShared: {
    es: "Falta el secreto que tienen los dos laboratorios: --shared-secret ARCHIVO. Si no existe, «make» lo hace.",
    en: "The secret that both labs have is missing: --shared-secret FILE. If it is not there, “make” makes it.",
  },
  sharedMade: {
    es: (p: { path: string }) =>
      `Hicimos el secreto «${p.path}». Llévalo al otro laboratorio por otro camino que el archivo.`,
    en: (p: { path: string }) =>
      `The secret “${p.path}” was made. Take it to the other lab by another way than the file.`,
  },
  sharedShort: {
    es: (p: { path: string }) => `«${p.path}» no sirve de secreto: debe tener de 32 a 4,096 bytes.`,
    en: (p: { path: string }) => `“${p.path}” is no secret: it must have 32 to 4,096 bytes.`,
  },
  sharedOther: {
    es: "El archivo se hizo con otro secreto.",
    en: "The file was made with another secret.",
  },
  notKeys: {
    es: (p: { path: string }) => `«${p.path}» no es un archivo de claves, o está dañado.`,
    en: (p: { path: string }) => `“${p.path}” is not a file of keys, or is damaged.`,
  },
  compareHow: {
    es: (p: { line: string }) => `Se escribe: ${p.line}, con «make» o «with» primero.`,
    en: (p: { line: string }) => `It is written: ${p.line}, with “make” or “with” first.`,
  },
  common: {
    es: (p: { n: number; ours: number }) =>
      `${count(p.n)} de ${count(p.ours)} ${plural(p.ours, "valor", "valores")} también ${plural(p.n, "está", "están")} en el otro laboratorio.`,
    en: (p: { n: number; ours: number }) =>
      `${count(p.n)} of ${count(p.ours)} ${plural(p.ours, "value", "values")} ${plural(p.n, "is", "are")} in the other lab, too.`,
  },
  commonValue: {
    es: (p: { value: string; kind: string; n: number }) =>
      `  ${p.value} (${p.kind}): ${count(p.n)} ${plural(p.n, "caso", "casos")} aquí`,
    en: (p: { value: string; kind: string; n: number }) =>
      `  ${p.value} (${p.kind}): ${count(p.n)} ${plural(p.n, "case", "cases")} here`,
  },
  notTold: {
    es: "El otro laboratorio no sabe de esta comparación, ni cuántos casos son. Si conviene, cuéntaselo tú.",
    en: "The other lab does not know of this comparison, nor how many cases these are. If it helps, tell them yourself.",
  },
} as const satisfies Record<string, Words<never>>;
