/** What the help says of the commands of the hunt. es is the source. @module */
const LAB = { es: "LABORATORIO", en: "LAB" };
const FILE = { es: "ARCHIVO", en: "FILE" };

/** The same option opens backups elsewhere. */
export const TRINO_PASSWORD = {
  es: "Leer la contraseña de tu usuario en Trino de la primera línea de un archivo",
  en: "Read the password of your user in Trino from the first line of a file",
};

export const OPTION = {
  lab: {
    value: { es: "CARPETA", en: "FOLDER" },
    words: { es: "La carpeta del laboratorio (ver «hunt init»)", en: "The folder of the lab (see “hunt init”)" },
  },
  secret: {
    value: FILE,
    words: {
      es: "Archivo con el secreto del laboratorio",
      en: "File with the lab's secret",
    },
  },
  "no-path": {
    words: {
      es: "No anotar en el laboratorio dónde está el caso: entonces no nota por sí mismo que se destruyó",
      en: "Do not note in the lab where the case lies: it then does not notice by itself that it was destroyed",
    },
  },
  engine: {
    value: { es: "duckdb|trino", en: "duckdb|trino" },
    words: {
      es: "Con qué buscar: duckdb en esta computadora (si no se da), o un servidor de Trino",
      en: "What searches: duckdb on this computer (if not given), or a server of Trino",
    },
  },
  trino: {
    value: { es: "URL", en: "URL" },
    words: {
      es: "Dónde está Trino, con su catálogo y esquema: http://127.0.0.1:8080,hive.lab",
      en: "Where Trino is, with its catalog and schema: http://127.0.0.1:8080,hive.lab",
    },
  },
  "trino-folder": {
    value: { es: "LUGAR", en: "PLACE" },
    words: {
      es: "La carpeta del laboratorio como la ve Trino: s3://cubeta/laboratorio, local:///laboratorio",
      en: "The folder of the lab as Trino sees it: s3://bucket/lab, local:///lab",
    },
  },
  drop: {
    words: {
      es: "Quitar las tablas de Trino; los archivos del laboratorio se quedan",
      en: "Take the tables of Trino away; the files of the lab stay",
    },
  },
  size: {
    value: { es: "MB", en: "MB" },
    words: { es: "Tamaño de cada archivo (256, si no se da)", en: "Size of each file (256, if not given)" },
  },
  "jobs-file": {
    value: FILE,
    words: {
      es: "Archivo, para ti nada más, con la dirección de PostgreSQL que guarda los trabajos",
      en: "File, for you alone, with the address of the PostgreSQL that keeps the jobs",
    },
  },
  fewer: {
    value: { es: "N", en: "N" },
    words: {
      es: "Callar cuentas de menos casos que estos (3, si no se da)",
      en: "Withhold counts of fewer cases than these (3, if not given)",
    },
  },
  values: {
    value: FILE,
    words: {
      es: "Valores que no están en listas públicas y que alguien leyó: se dicen si los tienen bastantes casos",
      en: "Values in no public list that somebody read: they are told if enough cases have them",
    },
  },
  "shared-secret": {
    value: FILE,
    words: {
      es: "Archivo con el secreto que tienen los dos laboratorios",
      en: "File with the secret that both labs have",
    },
  },
} as const;

export const COMMAND = {
  "hunt init": {
    args: LAB,
    words: {
      es: "Hacer un laboratorio: la carpeta en que se comparan muchos casos",
      en: "Make a lab: the folder in which many cases are compared",
    },
    more: {
      es: "Lo que hay ahí no va cifrado, así que el disco debe estarlo. Con --secret nadie puede probar nombres en las claves sin ese archivo. Si no existe, se hace.",
      en: "What lies there is not encrypted, so the disk should be. With --secret nobody can try names on the keys without that file. If it is not there, it is made.",
    },
  },
  "hunt add": {
    args: { es: "CASO…", en: "CASE…" },
    words: {
      es: "Llevar los registros de casos a un laboratorio, si su consentimiento lo permite",
      en: "Take the records of cases to a lab, where their consent allows it",
    },
  },
  "hunt list": {
    args: LAB,
    words: { es: "Qué casos tiene un laboratorio", en: "Which cases a lab has" },
  },
  "hunt forget": {
    args: { es: "CASO…", en: "CASE…" },
    words: {
      es: "Quitar casos de un laboratorio, con todas sus copias",
      en: "Take cases out of a lab, with all their copies",
    },
    more: {
      es: "CASO es la carpeta de un caso, o el nombre que le dio el laboratorio (ver «hunt list»).",
      en: "CASE is the folder of a case, or the name that the lab gave it (see “hunt list”).",
    },
  },
  "hunt run": {
    args: LAB,
    words: {
      es: "Comparar señales publicadas con los casos de un laboratorio, como «recheck» con cada uno",
      en: "Compare published signs with the cases of a lab, as “recheck” does with each",
    },
  },
  "hunt diff": {
    args: { es: "LABORATORIO [BÚSQUEDA [BÚSQUEDA]]", en: "LAB [HUNT [HUNT]]" },
    words: { es: "Qué hay de nuevo desde otra búsqueda", en: "What is new since another hunt" },
  },
  "hunt search": {
    args: { es: "LABORATORIO VALOR", en: "LAB VALUE" },
    words: {
      es: "Buscar un valor o un dominio en todos los casos; no se guarda",
      en: "Search all cases for a value or a domain; it is not kept",
    },
  },
  "hunt campaigns": {
    args: { es: "LABORATORIO [BÚSQUEDA]", en: "LAB [HUNT]" },
    words: {
      es: "Qué casos comparten señales o servidores poco comunes, y desde cuándo",
      en: "Which cases share signs or servers that are rare, and since when",
    },
    more: {
      es: "Compartir un servidor no prueba que detrás esté la misma gente. Con --out se hace un informe para publicar: sin casos, con meses, sin cuentas pequeñas. Cuenta nada más los casos que lo permiten.",
      en: "To share a server is no proof that the same people are behind it. With --out a report to publish is made: no cases, months, no small counts. It counts only the cases that allow it.",
    },
  },
  "hunt share": {
    args: { es: "LABORATORIO [BÚSQUEDA]", en: "LAB [HUNT]" },
    words: {
      es: "Guardar qué señales se vieron, sin datos de los casos, para otra organización",
      en: "Write which signs were seen, without data of cases, for another organisation",
    },
  },
  "hunt compare": {
    args: { es: "make|with LABORATORIO [ARCHIVO]", en: "make|with LAB [FILE]" },
    words: {
      es: "Comparar claves con las de otro laboratorio, bajo un secreto que los dos tienen",
      en: "Compare keys with those of another lab, under a secret that both have",
    },
  },
  "hunt pack": {
    args: LAB,
    words: {
      es: "Juntar las claves de muchos casos en archivos grandes, para varias máquinas",
      en: "Join the keys of many cases in large files, for several machines",
    },
  },
  "hunt trino": {
    args: LAB,
    words: {
      es: "Hacer las tablas con que un servidor de Trino lee el laboratorio",
      en: "Make the tables by which a server of Trino reads the lab",
    },
    more: {
      es: "Trino lee los archivos donde están; no se copia nada. Se conecta nada más con el servidor que diga --trino.",
      en: "Trino reads the files where they are; nothing is copied. It connects only to the server that --trino names.",
    },
  },
  "hunt ingest": {
    args: { es: "CARPETA", en: "FOLDER" },
    words: {
      es: "Recibir, revisar y llevar a un laboratorio todo lo que hay en una carpeta",
      en: "Take in, check and take to a lab all that lies in a folder",
    },
    more: {
      es: "Cada cosa necesita su consentimiento: NOMBRE.consent.json junto a ella, o --consent si todo es de una persona. Se puede interrumpir y repetir: sigue donde iba.",
      en: "Each thing needs its consent: NAME.consent.json beside it, or --consent if all is of one person. It can be stopped and run again: it goes on from where it was.",
    },
  },
  "hunt jobs": {
    args: { es: "LABORATORIO [again [TRABAJO…]]", en: "LAB [again [JOB…]]" },
    words: {
      es: "Cómo van esos trabajos: hechos, por repetir, apartados",
      en: "How those jobs stand: done, to be tried again, set aside",
    },
  },
} as const;
