/** What the commands of dossiers say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

/** How the commands are typed. */
export const LINE = {
  make: { es: "dossier make CASO|RESULTADO…", en: "dossier make CASE|RESULT…" },
  redact: { es: "dossier redact EXPEDIENTE --withhold ARCHIVO", en: "dossier redact DOSSIER --withhold FILE" },
  key: { es: "dossier key ARCHIVO", en: "dossier key FILE" },
  sign: { es: "dossier sign EXPEDIENTE --key ARCHIVO", en: "dossier sign DOSSIER --key FILE" },
  stamp: { es: "dossier stamp EXPEDIENTE --label tsa1", en: "dossier stamp DOSSIER --label tsa1" },
  verify: { es: "verify EXPEDIENTE", en: "verify DOSSIER" },
} satisfies Record<string, Words>;

export const D = {
  noPath: {
    es: (p: { cmd: string; line: string }) => `Falta una ruta. Se escribe: ${p.cmd} ${p.line}`,
    en: (p: { cmd: string; line: string }) => `A path is missing. Type: ${p.cmd} ${p.line}`,
  },
  notADossier: {
    es: (p: { path: string }) => `Ahí no hay un expediente: ${p.path}`,
    en: (p: { path: string }) => `There is no dossier there: ${p.path}`,
  },
  made: {
    es: (p: { path: string; sum: string; shown: number; all: number }) =>
      `Expediente: ${p.path}\nMuestra ${p.shown} de ${p.all} registros y hallazgos.\nHuella de su lista: ${p.sum}`,
    en: (p: { path: string; sum: string; shown: number; all: number }) =>
      `Dossier: ${p.path}\nIt shows ${p.shown} of ${p.all} records and findings.\nHash of its list: ${p.sum}`,
  },
  nextSign: {
    es: (p: { cmd: string; path: string }) => `Sigue firmarlo: ${p.cmd} dossier sign ${p.path} --key ARCHIVO`,
    en: (p: { cmd: string; path: string }) => `Next, sign it: ${p.cmd} dossier sign ${p.path} --key FILE`,
  },
  readFirst: {
    es: "Antes de publicarlo, léelo completo: una lista no sabe qué dice cada texto.",
    en: "Before you publish it, read all of it: a list does not know what each text says.",
  },
  stay: {
    es: (p: { checks: string }) =>
      `No van estas revisiones, que leyeron más de lo que la persona permite ahora: ${p.checks}`,
    en: (p: { checks: string }) => `These checks stay, since they read more than the person allows now: ${p.checks}`,
  },
  without: {
    es: (p: { n: number }) =>
      `No ${plural(p.n, "va", "van")} ${count(p.n)} ${plural(p.n, "archivo leído", "archivos leídos")}: ${plural(p.n, "está", "están")} dentro de otro, o el caso no guarda copia.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "file that was read is", "files that were read are")} not along: inside another one, or the case keeps no copy.`,
  },
  evidenceOfCase: {
    es: "--with-evidence es de un caso: un resultado no guarda evidencia.",
    en: "--with-evidence is for a case: a result holds no evidence.",
  },
  unmet: {
    es: (p: { lines: string }) =>
      `No se hizo: en esta edición no hay nada que se llame así: ${p.lines}. Revisa la lista, para que no se publique lo que querías reservar.`,
    en: (p: { lines: string }) =>
      `Nothing was made: nothing in this edition is called that: ${p.lines}. Look at the list again, so that what you meant to withhold is not published.`,
  },
  otherQuestion: {
    es: (p: { path: string }) =>
      `Esa pregunta no es de este expediente, o no es nuestra; no se mandó nada: ${p.path}. Usa otro nombre con --label.`,
    en: (p: { path: string }) =>
      `That question is not about this dossier, or not ours; nothing was sent: ${p.path}. Use another name with --label.`,
  },
  notItsFolder: {
    es: (p: { path: string }) =>
      `Para agregar algo, da la carpeta del expediente: la que tiene tagmanifest-sha256.txt, sin ligas en proofs/. No lo es: ${p.path}`,
    en: (p: { path: string }) =>
      `To add something, give the folder of the dossier: the one with tagmanifest-sha256.txt, without links in proofs/. It is not: ${p.path}`,
  },
  fullFails: {
    es: (p: { cmd: string; path: string }) =>
      `La edición completa no es correcta. Míralo con: ${p.cmd} verify ${p.path}`,
    en: (p: { cmd: string; path: string }) => `The full edition does not hold. See: ${p.cmd} verify ${p.path}`,
  },
  notFull: { es: "Se reserva a partir de una edición completa.", en: "Parts are withheld from a full edition." },
  ledgerWithheld: {
    es: (p: { list: string }) =>
      `El libro se apoya en algo que esta edición no muestra. No se hizo nada. Actos: ${p.list}`,
    en: (p: { list: string }) =>
      `The ledger rests on something that this edition does not show. Nothing was made. Acts: ${p.list}`,
  },
  noDocuments: {
    es: (p: { why: string }) => `Los documentos del caso no van. ${p.why}`,
    en: (p: { why: string }) => `The documents of the case do not go along. ${p.why}`,
  },
  ledgerFails: {
    es: (p: { list: string }) => `El libro de promesas y actos no pasa sus revisiones:\n${p.list}`,
    en: (p: { list: string }) => `The ledger of promises and acts does not pass its checks:\n${p.list}`,
  },
  badList: {
    es: (p: { line: number; path: string }) => `No se entiende el renglón ${p.line} de ${p.path}`,
    en: (p: { line: number; path: string }) => `Line ${p.line} of ${p.path} is not understood`,
  },
  needWithhold: { es: "Falta qué se reserva: --withhold ARCHIVO", en: "What is withheld is missing: --withhold FILE" },
  needTo: {
    es: "Falta para quién es: --whom NOMBRE, --whom public o --whom person",
    en: "Whom it is for is missing: --whom NAME, --whom public or --whom person",
  },
  needKey: {
    es: "Falta con qué firmar: --key ARCHIVO, o una firma hecha: --signature ARCHIVO",
    en: "What to sign with is missing: --key FILE, or a signature that was made: --signature FILE",
  },
  badLabel: {
    es: "Una etiqueta lleva letras sin acento, números, «-» y «_», y hasta 40.",
    en: "A label has letters without accents, digits, “-” and “_”, up to 40.",
  },
  askPassphrase: { es: "Contraseña de la llave (no se muestra): ", en: "Passphrase of the key (not shown): " },
  askNew: { es: "Contraseña nueva (no se muestra): ", en: "New passphrase (not shown): " },
  askTwice: { es: "Otra vez: ", en: "Once more: " },
  notSame: { es: "No son iguales.", en: "They are not the same." },
  needPassphrase: {
    es: "Hace falta una contraseña: escríbela en una terminal, dala con --password-file, o usa --open.",
    en: "A passphrase is needed: type it in a terminal, give it with --password-file, or use --open.",
  },
  keyMade: {
    es: (p: { secret: string; public: string; key: string }) =>
      `Llave secreta: ${p.secret}\nLlave pública: ${p.public}\n${p.key}\nPublica la pública en tu propio sitio. Guarda la secreta fuera de línea.`,
    en: (p: { secret: string; public: string; key: string }) =>
      `Secret key: ${p.secret}\nPublic key: ${p.public}\n${p.key}\nPublish the public one on your own site. Keep the secret one offline.`,
  },
  badSignature: {
    es: "Esa firma no es de este expediente. Si es de minisign, falta su llave pública: --key.",
    en: "That signature is not of this dossier. If it is of minisign, its public key is missing: --key.",
  },
  signed: { es: (p: { path: string }) => `Firmado: ${p.path}`, en: (p: { path: string }) => `Signed: ${p.path}` },
  taken: {
    es: (p: { path: string }) => `Ya existe: ${p.path}. Elige otra etiqueta con --label.`,
    en: (p: { path: string }) => `It exists already: ${p.path}. Choose another label with --label.`,
  },
  needStamp: {
    es: "Falta cómo: --request escribe la pregunta, --answer ARCHIVO trae la respuesta, --tsa https://… pregunta por internet.",
    en: "How is missing: --request writes the question, --answer FILE brings the answer, --tsa https://… asks over the internet.",
  },
  needHttps: { es: "La dirección debe empezar con https://", en: "The address must begin with https://" },
  asking: {
    es: (p: { host: string }) =>
      `Se preguntará a ${p.host}. Verá la dirección de esta red, la hora y una huella; nada de lo que dice el expediente. ¿Seguimos? (s/n) `,
    en: (p: { host: string }) =>
      `${p.host} will be asked. It will see the address of this network, the time and a hash; nothing of what the dossier says. Go on? (y/n) `,
  },
  notAsked: { es: "No se preguntó nada.", en: "Nothing was asked." },
  noAnswer: {
    es: (p: { host: string; why: string }) =>
      `${p.host} no dio respuesta (${p.why}). Puedes llevar la pregunta a mano: --request`,
    en: (p: { host: string; why: string }) =>
      `${p.host} gave no answer (${p.why}). You can carry the question by hand: --request`,
  },
  question: {
    es: (p: { path: string; name: string }) =>
      `Pregunta: ${p.path}\nLlévala a un equipo con red y escribe:\n  curl -H 'Content-Type: application/timestamp-query' --data-binary @${p.name} https://AUTORIDAD -o respuesta.tsr\nLuego, aquí: --answer respuesta.tsr`,
    en: (p: { path: string; name: string }) =>
      `Question: ${p.path}\nCarry it to a machine with a network and type:\n  curl -H 'Content-Type: application/timestamp-query' --data-binary @${p.name} https://AUTHORITY -o answer.tsr\nThen, here: --answer answer.tsr`,
  },
  badStamp: {
    es: (p: { why: string }) => `Ese sello no vale. ${p.why}`,
    en: (p: { why: string }) => `That stamp does not hold. ${p.why}`,
  },
  stamped: {
    es: (p: { path: string; time: string; authority: string }) =>
      `Sellado: ${p.path}\nHora: ${p.time} (UTC). Autoridad: ${p.authority}`,
    en: (p: { path: string; time: string; authority: string }) =>
      `Stamped: ${p.path}\nTime: ${p.time} (UTC). Authority: ${p.authority}`,
  },
  second: {
    es: "Pide otro sello a una autoridad distinta: si una falla después, queda la otra.",
    en: "Ask a different authority for another stamp: if one fails later, the other stays.",
  },
  notAKeyGiven: {
    es: (p: { path: string }) => `No es una llave pública ni un certificado: ${p.path}`,
    en: (p: { path: string }) => `It is no public key and no certificate: ${p.path}`,
  },
} as const;

/** Why a key cannot be used. */
