/** What the help says of the commands and their options. es is the source. @module */
import type { Words } from "@contraluz/core";
import { DOCUMENT_EXPORTS, EXPORTS, FOLDER_EXPORTS, TLP_LEVELS } from "@contraluz/report";

const forms = [...EXPORTS, ...FOLDER_EXPORTS, ...DOCUMENT_EXPORTS].map((f) => f.id).join(", ");

/** What stands for a value. */
export const VALUE = {
  file: { es: "ARCHIVO", en: "FILE" },
  folder: { es: "CARPETA", en: "FOLDER" },
  id: { es: "ID", en: "ID" },
  lang: { es: "es|en", en: "es|en" },
  date: { es: "FECHA", en: "DATE" },
  window: { es: "DESDE/HASTA", en: "FROM/TO" },
  known: { es: "VALOR", en: "VALUE" },
  hash: { es: "read|all", en: "read|all" },
  count: { es: "N", en: "N" },
  form: { es: "FORMA", en: "FORMAT" },
  name: { es: "NOMBRE", en: "NAME" },
  address: { es: "DIRECCIÓN:PUERTO", en: "HOST:PORT" },
  serial: { es: "SERIE", en: "SERIAL" },
  apks: { es: "none|user|all", en: "none|user|all" },
  reader: { es: "person|lab|lawyer", en: "person|lab|lawyer" },
  tlp: { es: "NIVEL", en: "LEVEL" },
} satisfies Record<string, Words>;

export const OPTION = {
  indicators: {
    es: "Comparar también con las señales publicadas de este archivo (STIX, YAML o lista)",
    en: "Compare with the published signs of this file too (STIX, YAML or list)",
  },
  only: {
    es: "Leer este lugar y ningún otro (ver «artifacts»)",
    en: "Read this place and no other (see “artifacts”)",
  },
  skip: { es: "No leer este lugar", en: "Do not read this place" },
  out: { es: "Carpeta nueva para el resultado", en: "New folder for the result" },
  lang: { es: "Idioma", en: "Language" },
  json: {
    es: "Escribir JSON y nada más; de un resultado, los bytes de su result.json",
    en: "Print JSON and nothing else; of a result, the bytes of its result.json",
  },
  "with-content": {
    es: "Guardar también el texto de los mensajes y los títulos",
    en: "Also keep the text of messages and titles",
  },
  "with-keys": {
    es: "Usar las claves que haya junto a una captura para abrir lo cifrado, en memoria",
    en: "Use the keys that lie beside a capture to open what is encrypted, in memory",
  },
  "as-of": {
    es: "El «hoy» de la revisión, como 2024-05-06; si no se da, la fecha del respaldo",
    en: "The “today” of the check, like 2024-05-06; if not given, the time of the backup",
  },
  custody: {
    es: "Fechas en que el teléfono no estuvo contigo, como 2024-05-01/2024-05-03",
    en: "Dates when the phone was not with you, like 2024-05-01/2024-05-03",
  },
  known: {
    es: "Lo que reconoces (un perfil, una app, un aparato), por su nombre o identificador, o el número de la pregunta: deja de ser una pregunta",
    en: "What you recognise (a profile, an app, a device), by its name or identifier, or the number of the question: it is no longer a question",
  },
  hash: {
    es: "Calcular la huella de lo que se lee (read, si no se dice) o de todos los archivos (all)",
    en: "Fingerprint what is read (read, if not given) or all files (all)",
  },
  "exit-code": {
    es: "Decir el resultado también con el código de salida: 10 algo por revisar o un intento, 20 coincide",
    en: "Tell the result by the exit code too: 10 something to look at or an attempt, 20 a match",
  },
  "password-file": {
    es: "Leer la contraseña del respaldo, o la llave de age, de la primera línea de un archivo («-»: de la entrada)",
    en: "Read the backup's password, or a key of age, from the first line of a file (“-”: standard input)",
  },
  workers: {
    es: "Hilos de trabajo (0: ninguno aparte); no cambia el resultado",
    en: "Worker threads (0: none apart); it does not change the result",
  },
  format: {
    es: `${forms}; si no se dice, csv`,
    en: `${forms}; csv if not given`,
  },
  by: {
    es: "Con stix, misp y case: quién comparte, una organización o un laboratorio",
    en: "With stix, misp and case: who shares, an organisation or a laboratory",
  },
  tlp: {
    es: `Con stix y misp: hasta dónde puede llegar (${TLP_LEVELS.join(", ")}); si no se dice, amber+strict`,
    en: `With stix and misp: how far it may go (${TLP_LEVELS.join(", ")}); amber+strict if not given`,
  },
  "exact-times": {
    es: "Con stix y misp: decir también la hora, si la persona está de acuerdo; si no se dice, queda el día",
    en: "With stix and misp: tell the hour too, if the person agrees; the day if not given",
  },
  html: {
    es: "Escribir el informe como página en este archivo nuevo",
    en: "Write the report as a page to this new file",
  },
  output: {
    es: "Escribir en este archivo nuevo, no en la salida; con mvt, en esta carpeta nueva",
    en: "Write to this new file, not to standard output; with mvt, to this new folder",
  },
  store: {
    es: "Carpeta de las listas instaladas, si no es la de siempre",
    en: "Folder of the installed lists, if it is not the usual one",
  },
  "no-installed": {
    es: "No comparar con las listas instaladas",
    en: "Do not compare with the installed lists",
  },
  name: {
    es: "Nombre con el que queda la lista de un archivo",
    en: "Name under which the list of a file is kept",
  },
  yes: {
    es: "No preguntar antes de conectarse",
    en: "Do not ask before connecting",
  },
  connect: {
    es: "Conectarse a un celular por la red, sin el programa adb (no va cifrado)",
    en: "Connect to a phone over the network, without the program adb (not encrypted)",
  },
  server: {
    es: "Dónde corre el programa adb; si no se da, en este equipo (127.0.0.1:5037)",
    en: "Where the program adb runs; this computer if not given (127.0.0.1:5037)",
  },
  serial: {
    es: "Cuál celular, si hay varios (como lo dice «adb devices»)",
    en: "Which phone, if there are several (as “adb devices” says it)",
  },
  apks: {
    es: "Qué apps copiar enteras: ninguna, las que no venían con el celular (user, si no se dice), todas",
    en: "Which apps to copy whole: none, those that did not come with the phone (user, if not given), all",
  },
  messages: {
    es: "Copiar también los mensajes SMS y MMS, si la persona está de acuerdo",
    en: "Copy the SMS and MMS messages too, if the person agrees",
  },
  "key-file": {
    es: "Con --connect: guardar en este archivo la llave que el celular autoriza; sin esto no se guarda",
    en: "With --connect: keep the key that the phone authorises in this file; without this it is not kept",
  },
  "no-check": { es: "Copiar y nada más", en: "Copy and nothing more" },
  for: {
    es: "Para quién: la persona (si no se dice), un segundo laboratorio, una abogada o un abogado",
    en: "For whom: the person (if not given), a second laboratory, a lawyer",
  },
  "with-names": {
    es: "En la carta para un laboratorio: también nombres, cuentas y rutas de archivos de la evidencia",
    en: "In the letter for a laboratory: also names, accounts and paths of files of the evidence",
  },
  port: {
    es: "Puerto de este equipo; si no se da, uno libre",
    en: "Port of this computer; a free one if not given",
  },
} satisfies Record<string, Words>;

/** `args`: what follows the command; `more`: a second paragraph of its help. */
export const COMMAND = {
  check: {
    args: { es: "RUTA…", en: "PATH…" },
    words: {
      es: "Revisa lo que salió de un iPhone o de un Android: respaldo, registros, informes o una copia completa",
      en: "Checks what came from an iPhone or an Android phone: backup, records, reports or a full copy",
    },
    more: {
      es: "Carpeta, zip, tar o tar.gz. De un iPhone: el respaldo, el registro (sysdiagnose), el informe de privacidad o una copia completa. De un Android: el informe de errores, lo que juntó AndroidQF, un respaldo (.ab) o los registros de intrusión. Varios del mismo teléfono se dan juntos: check A B. Lo que se revisa no cambia. El resultado queda en una carpeta nueva, y nada sale de este equipo. Si el respaldo tiene contraseña, se pide sin mostrarla.",
      en: "Folder, zip, tar or tar.gz. Of an iPhone: the backup, the record (sysdiagnose), the privacy report or a full copy. Of an Android phone: the bug report, what AndroidQF collected, a backup (.ab) or the intrusion logs. Several of one phone are given together: check A B. What is checked does not change. The result stays in a new folder, and nothing leaves this computer. If the backup has a password, it is asked for without showing it.",
    },
  },
  acquire: {
    args: { es: "android", en: "android" },
    words: {
      es: "Copia de un Android conectado lo que hace falta, y lo revisa",
      en: "Copies what is needed from a connected Android, and checks it",
    },
    more: {
      es: "El celular ha de estar desbloqueado, y su dueña o dueño de acuerdo. En él no se instala ni se cambia nada; queda el permiso de esta computadora, que se quita en las opciones de desarrollador. Si se interrumpe, la misma orden con el mismo --out sigue donde iba.",
      en: "The phone has to be unlocked, and its owner has to agree. Nothing is installed or changed on it; the permission of this computer remains, and is taken away in the developer options. If it is interrupted, the same command with the same --out goes on from there.",
    },
  },
  demo: {
    args: { es: "", en: "" },
    words: { es: "Revisa un teléfono de muestra, inventado", en: "Checks a sample phone, a made-up one" },
  },
  report: { words: { es: "Muestra otra vez un resultado", en: "Shows a result again" } },
  explain: {
    args: { es: "CARPETA [NÚMERO] | ID", en: "FOLDER [NUMBER] | ID" },
    words: {
      es: "Explica un hallazgo hasta sus bytes, un lugar o una regla",
      en: "Explains a finding down to its bytes, a place or a rule",
    },
    more: {
      es: "Del número bastan las primeras letras. Sin número, la lista de hallazgos. ID es un lugar (ver «artifacts») o una regla (ver «rules»).",
      en: "The first letters of the number are enough. Without a number, the list of findings. ID is a place (see “artifacts”) or a rule (see “rules”).",
    },
  },
  export: { words: { es: "Escribe los registros para otras herramientas", en: "Writes the records for other tools" } },
  recheck: {
    words: {
      es: "Compara un resultado guardado con señales nuevas, sin el respaldo",
      en: "Compares a stored result with new signs, without the backup",
    },
    more: {
      es: "Deja un resultado nuevo; el anterior queda como está. También sirve para decir qué reconoces (--known).",
      en: "It leaves a new result; the old one stays as it is. It also serves to say what you recognise (--known).",
    },
  },
  words: {
    words: {
      es: "Escribe un mensaje para la persona, una carta para otro laboratorio o una hoja para quien la defienda",
      en: "Writes a message for the person, a letter for another laboratory or a page for a lawyer",
    },
    more: {
      es: "El mensaje cabe en una pantalla y no lleva enlaces: con enlaces se ataca. Mándalo a un aparato que no sea el revisado. La carta y la hoja llevan huellas y ningún nombre; con --html quedan listas para imprimir en A4. Léelas antes de mandarlas: dicen lo que dice el resultado y nada más.",
      en: "The message fits on one screen and has no links: attackers send links. Send it to a device that is not the one that was checked. The letter and the page hold fingerprints and no names; with --html they are ready to print on A4. Read them before you send them: they say what the result says and nothing more.",
    },
  },
  compare: {
    args: { es: "ANTES DESPUÉS", en: "BEFORE AFTER" },
    words: {
      es: "Compara dos resultados de un teléfono: qué llegó, qué falta, qué cambió",
      en: "Compares two results of one phone: what came, what is missing, what changed",
    },
    more: {
      es: "Primero el más viejo. No cambia ninguno de los dos. Lo que no se pudo leer en uno no se da por perdido. Con --json, todo, con los registros.",
      en: "The older one first. It changes neither. What could not be read in one of them is not taken for gone. With --json, all of it, with the records.",
    },
  },
  machines: {
    words: {
      es: "Lista los aparatos de una red, cuánto mandó cada uno por hora, y qué más se oyó",
      en: "Lists the machines of a network, how much each sent by hour, and what else was heard",
    },
    more: {
      es: "De una captura: primero los que parecen una cámara. Después antenas, rastreadores y hallazgos con sus horas (UTC). Con --json, todo como datos.",
      en: "Of a capture: those that look like a camera first. Then cells, trackers and findings with their hours (UTC). With --json, all of it as data.",
    },
  },
  processes: {
    words: {
      es: "Lista cada programa que algún lugar del resultado vio, con su carpeta y sus fechas",
      en: "Lists every program that any place of the result saw, with its folder and dates",
    },
    more: {
      es: "Junta todas las listas y diarios, y dice qué programas vio un lugar y ningún otro. Con --json, también de qué registro viene cada uno.",
      en: "Joins all lists and logs, and tells which programs one place saw and no other. With --json, also from which record each one comes.",
    },
  },
  indicators: {
    args: { es: "[VERBO] [NOMBRE…]", en: "[VERB] [NAME…]" },
    words: {
      es: "Las listas de señales instaladas: verlas, pedirlas, traerlas",
      en: "The installed lists of signs: to see them, ask for them, bring them",
    },
    more: {
      es: "list: las que hay. update: cuáles se pueden pedir; con nombres, las pide a su sitio, y antes dice qué sabrá ese sitio. import: trae archivos, sin conexión. show: qué puede mostrar una lista. use: qué versión se usa. remove: la quita. Nada se actualiza por su cuenta, y «check» nunca se conecta: compara con las que estén instaladas.",
      en: "list: those that there are. update: which can be asked for; with names, asks their site for them, and says before what that site will know. import: brings files, without a connection. show: what a list can show. use: which version is used. remove: takes it away. Nothing updates by itself, and “check” never connects: it compares with those that are installed.",
    },
  },
  forget: {
    words: { es: "Borra un resultado de este equipo", en: "Removes a result from this computer" },
    more: {
      es: "Borra lo que Contraluz escribió y nada más. El respaldo no se toca.",
      en: "It removes what Contraluz wrote and nothing else. The backup is not touched.",
    },
  },
  web: {
    args: { es: "", en: "" },
    words: {
      es: "Abre la página para este equipo y nadie más",
      en: "Opens the page for this computer and nobody else",
    },
    more: {
      es: "Dice la dirección y no abre nada por sí misma. La página no guarda ni envía nada.",
      en: "It tells the address and opens nothing by itself. The page keeps and sends nothing.",
    },
  },
  artifacts: {
    args: { es: "", en: "" },
    words: { es: "Los lugares donde buscamos rastros", en: "The places where we look for traces" },
  },
  rules: { args: { es: "", en: "" }, words: { es: "Las reglas que aplicamos", en: "The rules that we apply" } },
} satisfies Record<string, Readonly<Record<string, Words>>>;
