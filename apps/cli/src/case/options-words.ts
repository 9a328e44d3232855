/** What the help says of the commands of cases. es is the source. @module */
const folder = { es: "CASO", en: "CASE" };
const PATH = { es: "CASO RUTA…", en: "CASE PATH…" };

export const OPTION = {
  identity: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Archivo con tu llave de age; si no se da, la de este programa (ver «case key»)",
      en: "File with your age key; if not given, the one of this program (see “case key”)",
    },
  },
  "phrase-file": {
    value: { es: "ARCHIVO", en: "FILE" },
    words: {
      es: "Archivo con la contraseña del caso, si se hizo con una (en la página); si no se da, se pregunta",
      en: "File with the passphrase of the case, if it was made with one (in the page); if not given, it is asked for",
    },
  },
  recipient: {
    value: { es: "age1…", en: "age1…" },
    words: { es: "Quién más puede abrirlo: su llave pública de age", en: "Who else can open it: their public age key" },
  },
  as: {
    value: { es: "ETIQUETA", en: "LABEL" },
    words: {
      es: "Quién lo hace, en la bitácora: una etiqueta corta como r2, que puede salir del caso",
      en: "Who does it, in the log: a short label like r2, which may leave the case",
    },
  },
  title: {
    value: { es: "TÍTULO", en: "TITLE" },
    words: { es: "Cómo le llamas al caso", en: "What you call the case" },
  },
  "by-hash": { words: { es: "Anotar la huella, sin guardar copia", en: "Note the hash, keep no copy" } },
  from: { value: { es: "QUIÉN", en: "WHO" }, words: { es: "Quién la entregó", en: "Who handed it over" } },
  due: { value: { es: "FECHA", en: "DATE" }, words: { es: "Para cuándo", en: "By when" } },
  to: {
    value: { es: "age1…", en: "age1…" },
    words: {
      es: 'Para quién: su llave pública de age; de varias, "NOMBRE=age1…", con un nombre del consentimiento',
      en: 'For whom: their public age key; of several, "NAME=age1…", with a name from the consent',
    },
  },
  "share-with": {
    value: { es: "person|public|NOMBRE", en: "person|public|NAME" },
    words: {
      es: "De un caso: para quién sale, según el consentimiento; si no se da, para la persona",
      en: "Of a case: for whom it leaves, by the consent; if not given, for the person",
    },
  },
  consent: {
    value: { es: "ARCHIVO", en: "FILE" },
    words: { es: "El consentimiento de la persona (JSON)", en: "The person's consent (JSON)" },
  },
  reviewer: {
    value: { es: "NOMBRE", en: "NAME" },
    words: { es: "Quién decide, con su nombre", en: "Who decides, by name" },
  },
  role: {
    value: { es: "PAPEL", en: "ROLE" },
    words: { es: "Como qué: analista, segunda revisora", en: "In which role: analyst, second reviewer" },
  },
  off: { words: { es: "Quitar la etiqueta", en: "Take the tag off" } },
  id: {
    value: { es: "ID", en: "ID" },
    words: { es: "Cómo se llama; si ya hay uno, lo reemplaza", en: "What it is called; one that is there is replaced" },
  },
  check: {
    value: { es: "N", en: "N" },
    words: {
      es: "Qué revisión del caso (la última, si no se da)",
      en: "Which check of the case (the newest, if not given)",
    },
  },
  cases: {
    value: { es: "CARPETA", en: "FOLDER" },
    words: { es: "La carpeta en que están los casos", en: "The folder that holds the cases" },
  },
  into: {
    value: { es: "CASO", en: "CASE" },
    words: { es: "Anotarlo en la bitácora de este caso", en: "Write it down in the log of this case" },
  },
} as const;

export const COMMAND = {
  "case new": {
    args: folder,
    words: { es: "Abrir un caso nuevo, cifrado", en: "Open a new case, encrypted" },
    more: {
      es: "Todo lo que guarda queda cifrado; lo abres tú y quien digas con --recipient.",
      en: "All that it keeps is encrypted; you open it, and whoever you name with --recipient.",
    },
  },
  "case key": {
    args: { es: "", en: "" },
    words: { es: "Tu llave: mostrar su parte pública, o hacer una", en: "Your key: show its public part, or make one" },
  },
  "case intake": {
    args: { es: "CARPETA CASOS", en: "FOLDER CASES" },
    words: {
      es: "Recibir lo que llegó: cada paquete se vuelve un caso o se une a uno, y se revisa",
      en: "Take in what arrived: each pack becomes a case or joins one, and is checked",
    },
    more: {
      es: "Lo que está en una carpeta que se llama como un caso entra a ese caso. Lo que no se puede se queda aparte, con su razón.",
      en: "What lies in a folder that is called like a case joins that case. What cannot be done is set aside, with its reason.",
    },
  },
  "case list": {
    args: { es: "CASOS", en: "CASES" },
    words: {
      es: "Todos los casos: resultado, huecos, días, a quién espera y qué sigue",
      en: "All cases: result, gaps, days, whom it waits for and what comes next",
    },
  },
  "case show": { args: folder, words: { es: "Qué hay en un caso", en: "What a case holds" } },
  "case add": { args: PATH, words: { es: "Guardar evidencia en el caso", en: "Take evidence into the case" } },
  "case check": {
    args: { es: "CASO [RUTA…]", en: "CASE [PATH…]" },
    words: {
      es: "Revisar la evidencia del caso, dentro del consentimiento",
      en: "Check the evidence of the case, within the consent",
    },
  },
  "case recheck": {
    args: folder,
    words: {
      es: "Comparar una revisión del caso con las señales de hoy",
      en: "Compare a check of the case with the signs of today",
    },
  },
  "case review": {
    args: { es: "CASO [HALLAZGO confirm|dismiss|ask RAZÓN]", en: "CASE [FINDING confirm|dismiss|ask REASON]" },
    words: {
      es: "Ver y decidir los hallazgos, con nombre y razón",
      en: "See and decide findings, with a name and a reason",
    },
    more: {
      es: "Confirma una persona con su nombre; el programa nunca lo hace.",
      en: "A person confirms, by name; the program never does.",
    },
  },
  "case tag": {
    args: { es: "CASO [ETIQUETA LUGAR…]", en: "CASE [TAG PLACE…]" },
    words: {
      es: "Poner una etiqueta a registros y hallazgos (0001/ios/sms/4)",
      en: "Tag records and findings (0001/ios/sms/4)",
    },
  },
  "case story": {
    args: { es: "CASO [ARCHIVO|ID]", en: "CASE [FILE|ID]" },
    words: {
      es: "Un relato en que cada frase cita en qué se apoya",
      en: "An account whose every sentence cites what it rests on",
    },
  },
  "case known": {
    args: { es: "CASO VALOR…", en: "CASE VALUE…" },
    words: {
      es: "Lo que la persona reconoce: deja de ser una pregunta",
      en: "What the person recognises: it is no longer a question",
    },
  },
  "case note": {
    args: { es: "CASO TEXTO", en: "CASE TEXT" },
    words: { es: "Anotar algo", en: "Write something down" },
  },
  "case status": {
    args: { es: "CASO person|us|lab|none QUÉ SIGUE", en: "CASE person|us|lab|none NEXT STEP" },
    words: { es: "A quién espera el caso y qué sigue", en: "Whom the case waits for, and what comes next" },
  },
  "case log": {
    args: folder,
    words: { es: "La bitácora: quién hizo qué y cuándo", en: "The log: who did what, and when" },
  },
  "case share": { args: folder, words: { es: "Cambiar quién puede abrirlo", en: "Change who can open it" } },
  "case purge": {
    args: folder,
    words: { es: "Destruir un caso: primero su llave", en: "Destroy a case: its key first" },
  },
  reproduce: {
    args: { es: "EXPEDIENTE|RESULTADO|CASO EVIDENCIA…", en: "DOSSIER|RESULT|CASE EVIDENCE…" },
    words: {
      es: "Hacer otra vez una revisión que alguien entregó, y ver qué da distinto",
      en: "Do a check again that somebody handed over, and see what comes out differently",
    },
    more: {
      es: "Con las mismas listas de señales debe dar lo mismo. Lo que era distinto al empezar se dice aparte.",
      en: "With the same lists of signs it must give the same. What was different to begin with is told apart.",
    },
  },
  pack: {
    args: { es: "RUTA --to age1…", en: "PATH --to age1…" },
    words: {
      es: "Empacar para otro laboratorio lo que una revisión lee, cifrado y en partes de 20 MB",
      en: "Pack for another lab what a check reads, encrypted and in parts of 20 MB",
    },
    more: {
      es: "De lo que se queda fuera va la huella. Si se corta, el mismo comando sigue donde iba.",
      en: "Of what is left out the hash goes along. If it is cut short, the same command goes on.",
    },
  },
} as const;
