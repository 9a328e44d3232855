/** Spanish, the source. @module */
export const es = {
  title: "Leyendo lo que elegiste",
  opening: "Abriendo el archivo",
  signs: "Preparando las señales publicadas",
  unlocking: "Abriendo con la contraseña. Puede tardar un minuto.",
  listing: (n: string): string => `Leyendo la lista de archivos: ${n}`,
  copying: (mb: string): string => `Copiando al caso y sacando su huella: ${mb} MB`,
  planned: "Listo para leer",
  reading: (what: string): string => `Ahora: ${what}`,
  hashing: "Calculando huellas y preparando la respuesta",
  progress: "Avance",
  percent: (n: number): string => `${n} por ciento`,
  left: (minutes: number): string =>
    minutes < 1 ? "falta menos de un minuto" : minutes === 1 ? "falta un minuto" : `faltan unos ${minutes} minutos`,
  stop: "Parar",
  stopMore: "Si paras, no queda nada guardado.",
  stopCase: "Si paras, la revisión no queda. Lo que ya entró al caso, sí.",
  stopping: "Parando…",
  list: "Qué se está leyendo",
  state: {
    waiting: "en espera",
    reading: "leyendo",
    read: "leído",
    "not-allowed": "sin tu permiso",
    "not-there": "no está",
  },
  strip: (read: number, waiting: number, off: number): string =>
    `${read} lugares leídos, ${waiting} en espera, ${off} que no se leen`,
  meanwhile: "Mientras esperas",
  meanwhileText: [
    "Deja esta pestaña abierta. Puedes usar otras.",
    "No mostramos nada a medias: una señal suelta asusta y casi siempre tiene explicación. La respuesta llega entera, al final.",
  ],
  connections: "Conexiones durante la revisión: 0",
  connectionsMore: "El navegador lo impide. Si quieres, apaga el wifi: todo sigue igual.",
  passwordTitle: "El respaldo tiene contraseña",
  passwordIntro:
    "Es la que alguien eligió al activar «Encriptar respaldo local» en la computadora. No es el código del iPhone ni la de tu cuenta de Apple.",
  passwordWrong: "Esa contraseña no lo abre.",
  passwordWrongMore: "Revisa mayúsculas y acentos. Puedes probar sin límite: aquí nada se bloquea.",
  passwordLabel: "Contraseña del respaldo",
  passwordKept: "No se guarda ni se escribe en ningún lado.",
  show: "Ver lo que escribo",
  open: "Abrir el respaldo",
  forgot: "No la recuerdo",
  forgotMore: [
    "Puede ser una contraseña vieja: se elige una vez y queda para siempre.",
    "No sirve el código del iPhone ni la contraseña de tu cuenta de Apple, salvo que usaras la misma.",
    "No hay otra forma de abrir este respaldo. Guárdalo: quizá la recuerdes. Antes de hacer uno nuevo, habla con una línea de ayuda.",
  ],
  without: "Seguir sin esa parte",
  /** What is other where it is no backup of an iPhone. */
  secrets: {
    android: {
      passwordTitle: "El respaldo de Android tiene contraseña",
      passwordIntro: "Es la que alguien escribió en el teléfono al hacerlo. No es el código para desbloquearlo.",
      passwordLabel: "Contraseña del respaldo",
      open: "Abrir el respaldo",
      forgotMore: [
        "No sirve el código del teléfono, salvo que usaras el mismo.",
        "No hay otra forma de abrir este respaldo. Guárdalo: quizá la recuerdes. Se puede hacer otro, sin contraseña.",
      ],
    },
    passphrase: {
      passwordTitle: "El archivo está cifrado",
      passwordIntro: "Se abre con la contraseña que eligió quien lo cifró con age.",
      passwordLabel: "Contraseña del archivo",
      open: "Abrir el archivo",
      forgotMore: ["No hay otra forma de abrirlo. Pregunta a quien lo preparó."],
    },
    key: {
      passwordTitle: "El archivo está cifrado para una llave",
      passwordIntro:
        "La llave la tiene quien preparó la revisión, como una línea de ayuda. Es un texto que empieza con AGE-SECRET-KEY-1.",
      passwordWrong: "Esa llave no lo abre.",
      passwordWrongMore: "Revisa que esté completa y que sea la de esta revisión. Aquí nada se bloquea.",
      passwordLabel: "Llave del archivo",
      open: "Abrir el archivo",
      forgotMore: ["Si tú no tienes la llave, manda el archivo a quien preparó la revisión. Ahí se puede abrir."],
    },
  },
};
