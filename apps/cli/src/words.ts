/** What the command line says. es is the source. @module */
import { count, plural } from "@contraluz/core";

export const W = {
  tagline: {
    es: "Contraluz busca rastros de vigilancia en lo que entregas, y dice también lo que no pudo ver.",
    en: "Contraluz looks for traces of surveillance in what you hand in, and also says what it could not see.",
  },
  offline: { es: "Nada sale de este equipo.", en: "Nothing leaves this computer." },
  usage: { es: "Uso", en: "Usage" },
  commandOptions: { es: "ORDEN [OPCIONES]", en: "COMMAND [OPTIONS]" },
  someOptions: { es: "[OPCIONES]", en: "[OPTIONS]" },
  commands: { es: "Órdenes", en: "Commands" },
  options: { es: "Opciones", en: "Options" },
  repeatable: { es: "Se puede repetir.", en: "Can be repeated." },
  examples: { es: "Ejemplos", en: "Examples" },
  examplePath: { es: "Respaldos/00008030-000A1B2C3D4E002E", en: "Backups/00008030-000A1B2C3D4E002E" },
  exitCodes: {
    es: "Código de salida: 0 hay un resultado, diga lo que diga · 2 orden mal escrita · 3 no se pudo revisar · 130 detenido. Con --exit-code también 10 (algo por revisar o un intento) y 20 (coincide).",
    en: "Exit code: 0 there is a result, whatever it says · 2 wrong use · 3 could not be checked · 130 stopped. With --exit-code also 10 (something to look at or an attempt) and 20 (a match).",
  },
  reading: { es: "Leyendo", en: "Reading" },
  listing: { es: "Leyendo la lista de archivos", en: "Reading the list of files" },
  opening: { es: "Abriendo lo que entregaste", en: "Opening what you handed in" },
  deriving: {
    es: "Abriendo con la contraseña (puede tardar medio minuto)",
    en: "Opening with the password (this can take half a minute)",
  },
  signs: { es: "Leyendo las señales publicadas", en: "Reading the published signs" },
  comparing: { es: "Comparando los registros con las señales", en: "Comparing the records with the signs" },
  writing: { es: "Escribiendo el informe", en: "Writing the report" },
  askPassword: {
    es: "El respaldo tiene contraseña: la que alguien eligió al activar «Encriptar respaldo local».\nNo es el código del iPhone. No se guarda ni se muestra al escribir.\nContraseña: ",
    en: "The backup has a password: the one somebody chose when turning on “Encrypt local backup”.\nIt is not the iPhone's code. It is not stored and not shown while you type.\nPassword: ",
  },
  askAgain: {
    es: "Esa contraseña no lo abre. Revisa mayúsculas y acentos. Nada se bloquea por intentar.\nContraseña: ",
    en: "That password does not open it. Check capital letters and accents. Trying locks nothing.\nPassword: ",
  },
  askAndroid: {
    es: "El respaldo de Android tiene contraseña: la que alguien escribió en el teléfono al hacerlo.\nNo es el código para desbloquearlo. No se guarda ni se muestra al escribir.\nContraseña: ",
    en: "The Android backup has a password: the one somebody typed on the phone when making it.\nIt is not the code that unlocks it. It is not stored and not shown while you type.\nPassword: ",
  },
  askPassphrase: {
    es: "El archivo está cifrado con age y se abre con una contraseña.\nNo se guarda ni se muestra al escribir.\nContraseña: ",
    en: "The file is encrypted with age and opens with a passphrase.\nIt is not stored and not shown while you type.\nPassphrase: ",
  },
  askIdentity: {
    es: "El archivo está cifrado con age para una llave. La tiene quien preparó la revisión.\nEs un texto que empieza con AGE-SECRET-KEY-1. También puedes dar su archivo con --password-file.\nLlave: ",
    en: "The file is encrypted with age for a key. Whoever prepared the check has it.\nIt is a text that begins with AGE-SECRET-KEY-1. You can also give its file with --password-file.\nKey: ",
  },
  askIdentityAgain: {
    es: "Esa llave no lo abre. Revisa que esté completa y que sea la de esta revisión.\nLlave: ",
    en: "That key does not open it. Check that it is complete and belongs to this check.\nKey: ",
  },
  askEmpty: { es: "No escribiste nada.\nContraseña: ", en: "Nothing was typed.\nPassword: " },
  cancelled: { es: "Detenido. No quedó ningún resultado.", en: "Stopped. No result was left." },
  notResult: {
    es: "Esto no es un resultado. No dice nada del teléfono, ni bueno ni malo.",
    en: "This is not a result. It says nothing about the phone, neither good nor bad.",
  },
  ourError: {
    es: "Es un error nuestro. Guarda este texto y mándalo a quien te ayude.",
    en: "It is our error. Keep this text and send it to whoever helps you.",
  },
  hostError: {
    es: (p: { path: string; code: string }) => `El equipo no dejó leer o escribir: ${p.path} (${p.code}).`,
    en: (p: { path: string; code: string }) => `The computer did not let us read or write: ${p.path} (${p.code}).`,
  },
  noSpace: {
    es: "No hay espacio en el disco. Libera espacio y repite.",
    en: "The disk is full. Free some space and repeat.",
  },
  otherOut: {
    es: "Elige una carpeta donde puedas escribir, con --out CARPETA.",
    en: "Choose a folder that you can write to, with --out FOLDER.",
  },
  needSecond: {
    es: (p: { name: string; words: string; cmd: string }) =>
      `A «${p.name}» le sigue una de estas palabras: ${p.words}.\nPara ver todas: ${p.cmd} ${p.name} --help`,
    en: (p: { name: string; words: string; cmd: string }) =>
      `“${p.name}” takes one of these words: ${p.words}.\nTo see them all: ${p.cmd} ${p.name} --help`,
  },
  moreOf: {
    es: (p: { cmd: string; name: string }) => `Más de cada una: ${p.cmd} ${p.name} PALABRA --help`,
    en: (p: { cmd: string; name: string }) => `More on each: ${p.cmd} ${p.name} WORD --help`,
  },
  unknownCommand: {
    es: (p: { name: string; cmd: string }) => `No conocemos la orden «${p.name}». Escribe: ${p.cmd} --help`,
    en: (p: { name: string; cmd: string }) => `There is no command “${p.name}”. Type: ${p.cmd} --help`,
  },
  commandFirst: {
    es: (p: { name: string; cmd: string }) => `Antes de «${p.name}» va la orden. Escribe: ${p.cmd} --help`,
    en: (p: { name: string; cmd: string }) => `The command comes before “${p.name}”. Type: ${p.cmd} --help`,
  },
  perhaps: { es: (p: { names: string }) => `Quizá: ${p.names}`, en: (p: { names: string }) => `Perhaps: ${p.names}` },
  perhapsCheck: {
    es: (p: { cmd: string }) => `Para revisarlo: ${p.cmd} check RUTA`,
    en: (p: { cmd: string }) => `To check it: ${p.cmd} check PATH`,
  },
  unknownOption: {
    es: (p: { option: string; command: string }) => `«${p.command}» no tiene la opción «${p.option}».`,
    en: (p: { option: string; command: string }) => `“${p.command}” has no option “${p.option}”.`,
  },
  needValue: {
    es: (p: { option: string; value: string }) => `Falta el valor. Se escribe: ${p.option} ${p.value}`,
    en: (p: { option: string; value: string }) => `The value is missing. Write: ${p.option} ${p.value}`,
  },
  noValue: {
    es: (p: { option: string }) => `${p.option} va sin valor.`,
    en: (p: { option: string }) => `${p.option} takes no value.`,
  },
  tooMany: {
    es: (p: { extra: string; usage: string }) => `Sobra «${p.extra}». Se escribe: ${p.usage}`,
    en: (p: { extra: string; usage: string }) => `“${p.extra}” is too much. Write: ${p.usage}`,
  },
  seeHelp: {
    es: (p: { cmd: string; command: string }) => `Todas las opciones: ${p.cmd} ${p.command} --help`,
    en: (p: { cmd: string; command: string }) => `All options: ${p.cmd} ${p.command} --help`,
  },
  needPath: {
    es: (p: { cmd: string }) =>
      `Falta la ruta de lo que hay que revisar. Se escribe: ${p.cmd} check RUTA\nDe un iPhone: la carpeta del respaldo (la que tiene Manifest.db), su registro (sysdiagnose) o su informe de privacidad.\nDe un Android: el informe de errores, la carpeta de AndroidQF, un respaldo (.ab) o los registros de intrusión.`,
    en: (p: { cmd: string }) =>
      `The path of what to check is missing. Write: ${p.cmd} check PATH\nOf an iPhone: the folder of the backup (the one with Manifest.db), its record (sysdiagnose) or its privacy report.\nOf an Android phone: the bug report, the folder of AndroidQF, a backup (.ab) or the intrusion logs.`,
  },
  needTwo: {
    es: (p: { cmd: string }) =>
      `Faltan dos carpetas de resultados, primero la más vieja. Se escribe: ${p.cmd} compare ANTES DESPUÉS`,
    en: (p: { cmd: string }) =>
      `Two folders of results are needed, the older one first. Write: ${p.cmd} compare BEFORE AFTER`,
  },
  comparingTwo: { es: "Comparando los dos resultados", en: "Comparing the two results" },
  sinceStored: { es: "Hallazgos, frente al resultado guardado", en: "Findings, against the stored result" },
  needResult: {
    es: (p: { cmd: string; command: string }) =>
      `Falta la carpeta de un resultado. Se escribe: ${p.cmd} ${p.command} CARPETA\nEs la que dejó «check»: dentro está result.json.`,
    en: (p: { cmd: string; command: string }) =>
      `The folder of a result is missing. Write: ${p.cmd} ${p.command} FOLDER\nIt is the one that “check” left: result.json is in it.`,
  },
  noSuchPath: {
    es: (p: { path: string }) => `No existe: ${p.path}`,
    en: (p: { path: string }) => `Does not exist: ${p.path}`,
  },
  noSigns: {
    es: (p: { path: string }) =>
      `En este archivo no encontramos señales publicadas que sepamos leer: ${p.path}\nPuede ser STIX (.json, .stix2), YAML, o una lista con una señal por renglón.`,
    en: (p: { path: string }) =>
      `We found no published signs that we can read in this file: ${p.path}\nIt can be STIX (.json, .stix2), YAML, or a list with one sign a line.`,
  },
  notAFolder: {
    es: (p: { path: string }) => `No es la carpeta de un resultado: ${p.path}`,
    en: (p: { path: string }) => `Not the folder of a result: ${p.path}`,
  },
  unzipFirst: {
    es: (p: { path: string }) => `Esto es un zip. Descomprímelo primero, y nombra la carpeta: ${p.path}`,
    en: (p: { path: string }) => `This is a zip. Unzip it first, and name the folder: ${p.path}`,
  },
  webAt: {
    es: (p: { address: string }) =>
      `La página está en ${p.address}\nÁbrela en el navegador de este equipo. Nadie más la ve. Ctrl-C la cierra.`,
    en: (p: { address: string }) =>
      `The page is at ${p.address}\nOpen it in the browser of this computer. Nobody else sees it. Ctrl-C closes it.`,
  },
  webMissing: {
    es: "La página no está construida. Hazlo una vez con: npm run build:web",
    en: "The page is not built. Do it once with: npm run build:web",
  },
  webPort: {
    es: (p: { port: string }) => `El puerto ${p.port} no sirve: ha de ser un número de 0 a 65535.`,
    en: (p: { port: string }) => `The port ${p.port} will not do: it has to be a number from 0 to 65535.`,
  },
  webTaken: {
    es: (p: { port: string }) => `El puerto ${p.port} está ocupado. Prueba con otro, o sin --port.`,
    en: (p: { port: string }) => `The port ${p.port} is taken. Try another one, or leave out --port.`,
  },
  notAResult: {
    es: (p: { path: string; cmd: string }) =>
      `Ahí no hay un resultado (falta result.json, o no es nuestro): ${p.path}\nPara revisar un respaldo: ${p.cmd} check RUTA`,
    en: (p: { path: string; cmd: string }) =>
      `There is no result there (result.json is missing, or is not ours): ${p.path}\nTo check a backup: ${p.cmd} check PATH`,
  },
  fileExists: {
    es: (p: { path: string; option: string }) => `Ya existe: ${p.path}. Elige otro nombre con ${p.option}.`,
    en: (p: { path: string; option: string }) => `Already exists: ${p.path}. Choose another name with ${p.option}.`,
  },
  outExists: {
    es: (p: { path: string }) => `Ya existe: ${p.path}. Elige otra carpeta con --out.`,
    en: (p: { path: string }) => `Already exists: ${p.path}. Choose another folder with --out.`,
  },
  outPartial: {
    es: (p: { path: string; cmd: string }) =>
      `Aquí quedó una revisión a medias: ${p.path}. Elige otra carpeta con --out. Para borrar esa: ${p.cmd} forget CARPETA`,
    en: (p: { path: string; cmd: string }) =>
      `A check was left half done here: ${p.path}. Choose another folder with --out. To remove that one: ${p.cmd} forget FOLDER`,
  },
  outInside: {
    es: "El resultado no puede quedar dentro de la evidencia: la evidencia no se toca. Elige otra carpeta con --out.",
    en: "The result must not lie inside the evidence: evidence is never touched. Choose another folder with --out.",
  },
  badDate: {
    es: (p: { value: string }) => `No es una fecha: ${p.value}. Se escribe 2024-05-06 o 2024-05-06T07:08:09Z.`,
    en: (p: { value: string }) => `Not a date: ${p.value}. Write 2024-05-06 or 2024-05-06T07:08:09Z.`,
  },
  badCustody: {
    es: (p: { value: string }) =>
      `No es un periodo: ${p.value}. Se escribe DESDE/HASTA, por ejemplo 2024-05-01/2024-05-03.`,
    en: (p: { value: string }) => `Not a period: ${p.value}. Write FROM/TO, for example 2024-05-01/2024-05-03.`,
  },
  badOrder: {
    es: (p: { value: string }) => `El periodo termina antes de empezar: ${p.value}. Se escribe DESDE/HASTA.`,
    en: (p: { value: string }) => `The period ends before it begins: ${p.value}. Write FROM/TO.`,
  },
  badWorkers: {
    es: (p: { value: string }) => `--workers es un número de 0 a 64, no «${p.value}».`,
    en: (p: { value: string }) => `--workers is a number from 0 to 64, not “${p.value}”.`,
  },
  badId: {
    es: (p: { id: string; cmd: string }) => `No hay un lugar «${p.id}». Todos: ${p.cmd} artifacts`,
    en: (p: { id: string; cmd: string }) => `There is no place “${p.id}”. All of them: ${p.cmd} artifacts`,
  },
  nothingAsked: {
    es: "Con esas opciones no queda ningún lugar por leer. Quita algún --skip o --only.",
    en: "With these options no place is left to read. Take away a --skip or --only.",
  },
  badChoice: {
    es: (p: { option: string; value: string; choices: string }) =>
      `${p.option} no puede ser «${p.value}». Puede ser: ${p.choices}`,
    en: (p: { option: string; value: string; choices: string }) =>
      `${p.option} cannot be “${p.value}”. It can be: ${p.choices}`,
  },
  fewerLists: {
    es: (p: { names: string }) =>
      `Ojo: antes comparamos también con ${p.names}. Esta vez no, y puede faltar lo que ahí coincidía. Da esas listas otra vez con --indicators.\n`,
    en: (p: { names: string }) =>
      `Note: before, we also compared with ${p.names}. This time we did not, and what matched there may be missing. Give those lists again with --indicators.\n`,
  },
  demoNote: {
    es: "Es un teléfono inventado, de una periodista inventada. Para revisar uno de verdad:",
    en: "This is a made-up phone, of a made-up journalist. To check a real one:",
  },
  forgotten: { es: (p: { path: string }) => `Borrado: ${p.path}`, en: (p: { path: string }) => `Removed: ${p.path}` },
  notForgotten: {
    es: (p: { n: number; path: string }) =>
      `Borramos el resultado. La carpeta queda: tiene ${count(p.n)} ${plural(p.n, "cosa que no es nuestra", "cosas que no son nuestras")}. Está en ${p.path}`,
    en: (p: { n: number; path: string }) =>
      `We removed the result. The folder stays: it holds ${count(p.n)} ${plural(p.n, "thing that is not ours", "things that are not ours")}. It is ${p.path}`,
  },
  forgetLimit: {
    es: "Borrar no es destruir: con herramientas especiales a veces se recupera algo de un disco.",
    en: "Removing is not destroying: special tools can sometimes recover things from a disk.",
  },
  exported: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "registro escrito", "registros escritos")}.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "record", "records")} written.`,
  },
  exportedSigns: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "señal escrita", "señales escritas")}.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "sign", "signs")} written.`,
  },
  exportWithheld: {
    es: (p: { n: number }) =>
      `${count(p.n)} no ${plural(p.n, "se escribió", "se escribieron")}: no se ${plural(p.n, "puede", "pueden")} compartir, o no ${plural(p.n, "cabe", "caben")} en este formato.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "was", "were")} not written: not for sharing, or without a place in this format.`,
  },
  exportedActions: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "paso escrito", "pasos escritos")}.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "step", "steps")} written.`,
  },
  exportIdle: {
    es: (p: { option: string; forms: string }) => `${p.option} sirve con --format ${p.forms}; aquí no haría nada.`,
    en: (p: { option: string; forms: string }) =>
      `${p.option} works with --format ${p.forms}; here it would do nothing.`,
  },
  exportNeedsFolder: {
    es: "Este formato es una carpeta. Di cuál, una nueva, con --output CARPETA.",
    en: "This format is a folder. Say which, a new one, with --output FOLDER.",
  },
  exportWithout: {
    es: (p: { n: number }) =>
      `${count(p.n)} no ${plural(p.n, "tiene", "tienen")} lugar en este formato; csv los lleva todos.`,
    en: (p: { n: number }) => `${count(p.n)} have no place in this format; csv holds them all.`,
  },
  exportDeleted: {
    es: (p: { n: number }) =>
      `${count(p.n)} que en el celular ya no ${plural(p.n, "está", "están")}, o no así, no ${plural(p.n, "se escribió", "se escribieron")}.`,
    en: (p: { n: number }) =>
      `${count(p.n)} that ${plural(p.n, "is", "are")} no longer on the phone, or not like that, ${plural(p.n, "was", "were")} not written.`,
  },
  exportUndated: {
    es: (p: { n: number }) =>
      `${count(p.n)} sin fecha no ${plural(p.n, "cabe", "caben")} en este formato; csv los lleva todos.`,
    en: (p: { n: number }) => `${count(p.n)} without a date do not fit this format; csv holds them all.`,
  },
  noFinding: {
    es: (p: { id: string }) => `No hay un hallazgo «${p.id}» en este resultado. Hay:`,
    en: (p: { id: string }) => `There is no finding “${p.id}” in this result. There are:`,
  },
  noFindings: { es: "Este resultado no tiene hallazgos.", en: "This result has no findings." },
  moreFindings: {
    es: (p: { n: number }) => `… y ${count(p.n)} más`,
    en: (p: { n: number }) => `… and ${count(p.n)} more`,
  },
  explainOne: {
    es: (p: { cmd: string; folder: string; id: string }) => `Para ver uno: ${p.cmd} explain ${p.folder} ${p.id}`,
    en: (p: { cmd: string; folder: string; id: string }) => `To see one: ${p.cmd} explain ${p.folder} ${p.id}`,
  },
  needExplain: {
    es: (p: { cmd: string }) =>
      `Falta qué explicar. Se escribe: ${p.cmd} explain CARPETA NÚMERO, o ${p.cmd} explain ID`,
    en: (p: { cmd: string }) =>
      `What to explain is missing. Write: ${p.cmd} explain FOLDER NUMBER, or ${p.cmd} explain ID`,
  },
  noSuchThing: {
    es: (p: { id: string; cmd: string }) =>
      `No conocemos «${p.id}»: no es una carpeta, un lugar ni una regla.\nLugares: ${p.cmd} artifacts. Reglas: ${p.cmd} rules`,
    en: (p: { id: string; cmd: string }) =>
      `We do not know “${p.id}”: it is no folder, place or rule.\nPlaces: ${p.cmd} artifacts. Rules: ${p.cmd} rules`,
  },
  shows: { es: "Muestra", en: "Shows" },
  hides: { es: "No puede mostrar", en: "Cannot show" },
  where: { es: "Dónde está", en: "Where it lies" },
  fields: { es: "Qué guarda cada registro", en: "What each record holds" },
  explainId: {
    es: (p: { cmd: string; id: string }) => `Qué es cada uno: ${p.cmd} explain ${p.id}`,
    en: (p: { cmd: string; id: string }) => `What each one is: ${p.cmd} explain ${p.id}`,
  },
  sources: { es: "Fuentes", en: "Sources" },
  otherwise: { es: "Qué más podría ser", en: "What else it could be" },
  next: { es: "Qué hacer", en: "What to do" },
  baseRate: {
    es: "Veces que salió en teléfonos sin ataque conocido",
    en: "Times it fired on phones with no known attack",
  },
  needs: { es: "Mira", en: "Looks at" },
} as const;
