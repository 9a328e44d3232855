/** Commands of dossiers: one table, as `options.ts` has for the others, which takes it in. @module */
import type { CommandSpec, OptionSpec } from "../options.ts";

const FILE = { es: "ARCHIVO", en: "FILE" };

/** What `--password-file` holds where somebody signs. */
const KEY_PHRASE = {
  here: {
    "password-file": {
      es: "Leer la frase de la llave de firma de la primera línea de un archivo («-»: de la entrada)",
      en: "Read the passphrase of the signing key from the first line of a file (“-”: standard input)",
    },
  },
} as const;

export const DOSSIER_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  subject: {
    value: { es: "TÍTULO", en: "TITLE" },
    words: {
      es: "Título del expediente; quien lo reciba lo lee",
      en: "Title of the dossier; who receives it reads it",
    },
  },
  whom: {
    value: { es: "QUIÉN", en: "WHO" },
    words: {
      es: "Para quién es: el nombre que está en el consentimiento, «public» o «person»",
      en: "Whom it is for: the name in the consent, “public” or “person”",
    },
  },
  "with-evidence": {
    words: {
      es: "También los archivos que leyó la revisión, si el consentimiento permite copias y darlas",
      en: "Also the files that the check read, if the consent allows copies and handing them on",
    },
  },
  ledger: {
    value: { es: "CARPETA", en: "FOLDER" },
    words: {
      es: "También el libro de promesas y actos que está en esa carpeta",
      en: "Also the ledger of promises and acts in that folder",
    },
  },
  withhold: {
    value: FILE,
    words: {
      es: "Lista de lo que se reserva: 0001/ios.sms, 0001/ios.sms/12, 0001/finding/ID, entry/4, text:PALABRAS",
      en: "List of what is withheld: 0001/ios.sms, 0001/ios.sms/12, 0001/finding/ID, entry/4, text:WORDS",
    },
  },
  never: {
    value: FILE,
    words: {
      es: "Nombres que no pueden aparecer en ningún lugar, uno por renglón; si aparecen, no se hace",
      en: "Names that may stand nowhere, one a line; if they do, nothing is made",
    },
  },
  key: {
    value: FILE,
    multiple: true,
    words: {
      es: "Para firmar: tu llave de minisign o de SSH. Para comprobar: la llave pública que te dio el laboratorio",
      en: "To sign: your key of minisign or SSH. To verify: the public key that the lab gave you",
    },
  },
  ca: {
    value: FILE,
    multiple: true,
    words: {
      es: "Certificados (PEM) de la autoridad que sella la hora",
      en: "Certificates (PEM) of the authority that stamps the time",
    },
  },
  label: {
    value: { es: "ETIQUETA", en: "LABEL" },
    words: { es: "Con qué nombre corto queda la firma o el sello", en: "The short name of the signature or stamp" },
  },
  signature: {
    value: FILE,
    words: {
      es: "Una firma hecha en otra parte, con «ssh-keygen -Y sign» o «minisign -S»",
      en: "A signature made elsewhere, with “ssh-keygen -Y sign” or “minisign -S”",
    },
  },
  tsa: {
    value: { es: "https://…", en: "https://…" },
    words: {
      es: "Preguntar a esta autoridad por internet; verá esta red y la hora",
      en: "Ask this authority over the internet; it will see this network and the time",
    },
  },
  request: {
    words: {
      es: "Escribir la pregunta (.tsq) para llevarla a mano",
      en: "Write the question (.tsq), to carry it by hand",
    },
  },
  answer: { value: FILE, words: { es: "La respuesta (.tsr) que trajiste", en: "The answer (.tsr) that you brought" } },
  full: {
    value: { es: "EXPEDIENTE", en: "DOSSIER" },
    words: { es: "La edición completa, para comparar", en: "The full edition, to compare" },
  },
  open: {
    words: {
      es: "Una llave sin contraseña: la usa quien lea el archivo",
      en: "A key without a passphrase: whoever reads the file uses it",
    },
  },
};

const BAG = { es: "EXPEDIENTE", en: "DOSSIER" };

export const DOSSIER_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "dossier make": {
    args: { es: "CASO|RESULTADO…", en: "CASE|RESULT…" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Hacer un expediente que cualquiera comprueba con órdenes comunes",
      en: "Make a dossier that anybody checks with ordinary commands",
    },
    more: {
      es: "De un caso, o de uno o varios resultados. De un caso, el consentimiento decide si puede salir y para quién.",
      en: "From a case, or from one or several results. Of a case, the consent decides whether it may leave, and for whom.",
    },
    ...KEY_PHRASE,
    options: [
      "out",
      "ledger",
      "pages",
      "days-in",
      "whom",
      "subject",
      "by",
      "tlp",
      "never",
      "with-evidence",
      "identity",
      "phrase-file",
      "as",
      "password-file",
      "json",
      "lang",
    ],
  },
  "dossier redact": {
    args: BAG,
    most: 1,
    words: {
      es: "De un expediente completo, otra edición con partes reservadas",
      en: "From a full dossier, another edition with parts withheld",
    },
    more: {
      es: "Lo reservado conserva su huella y se puede mostrar después. El expediente completo no cambia.",
      en: "What is withheld keeps its hash and can be shown later. The full dossier does not change.",
    },
    options: ["withhold", "never", "out", "ledger", "pages", "days-in", "subject", "by", "tlp", "json", "lang"],
  },
  "dossier key": {
    args: FILE,
    most: 1,
    words: {
      es: "Hacer una llave para firmar, que minisign también lee",
      en: "Make a key to sign with, which minisign reads too",
    },
    ...KEY_PHRASE,
    options: ["open", "password-file", "lang"],
  },
  "dossier sign": {
    args: BAG,
    most: 1,
    words: {
      es: "Firmar un expediente, o ponerle una firma hecha aparte",
      en: "Sign a dossier, or add a signature made elsewhere",
    },
    ...KEY_PHRASE,
    options: ["key", "signature", "label", "password-file", "lang"],
  },
  "dossier stamp": {
    args: BAG,
    most: 1,
    words: { es: "Ponerle a un expediente la hora de una autoridad", en: "Add the time of an authority to a dossier" },
    more: {
      es: "La pregunta y la respuesta se pueden llevar a mano. Nada se conecta sin --tsa; con él, esa autoridad ve esta red, la hora y una huella. Conviene usar dos autoridades.",
      en: "Question and answer can be carried by hand. Nothing connects without --tsa; with it, that authority sees this network, the time and a hash. Two authorities are better than one.",
    },
    options: ["request", "answer", "tsa", "ca", "label", "yes", "lang"],
  },
  verify: {
    args: BAG,
    most: 1,
    words: {
      es: "Comprueba un expediente y explica qué es correcto, qué no y qué no se sabe",
      en: "Checks a dossier and explains what holds, what fails and what is unknown",
    },
    more: {
      es: "Sale con 0 si una llave o autoridad que diste responde por él. Con 4 si nada falla y nadie conocido responde, con 5 si algo falla. No se conecta.",
      en: "Exits with 0 if a key or authority that you gave stands behind it. With 4 if nothing fails and nobody known does, with 5 if something fails. It does not connect.",
    },
    options: ["key", "ca", "full", "json", "lang"],
  },
};

/** Common other names. */
export const DOSSIER_ALIASES: Readonly<Record<string, string>> = { expediente: "dossier", verificar: "verify" };
