/** What `contraluz acquire` says besides the words of its room. es is the source. @module */
export const A = {
  needAndroid: {
    es: (p: { cmd: string }) => `Falta de qué celular. Se escribe: ${p.cmd} acquire android`,
    en: (p: { cmd: string }) => `Of which phone is missing. Write: ${p.cmd} acquire android`,
  },
  onlyAndroid: {
    es: (p: { value: string; cmd: string }) =>
      `No sabemos copiar «${p.value}» así. Se escribe: ${p.cmd} acquire android\nDe un iPhone se revisa un respaldo: ${p.cmd} check RUTA`,
    en: (p: { value: string; cmd: string }) =>
      `We cannot copy “${p.value}” this way. Write: ${p.cmd} acquire android\nOf an iPhone a backup is checked: ${p.cmd} check PATH`,
  },
  badAddress: {
    es: (p: { value: string }) => `No es una dirección: ${p.value}. Se escribe 192.168.1.20:5555.`,
    en: (p: { value: string }) => `Not an address: ${p.value}. Write 192.168.1.20:5555.`,
  },
  badKey: {
    es: (p: { path: string }) => `No es una llave de adb que sepamos leer: ${p.path}`,
    en: (p: { path: string }) => `Not a key of adb that we can read: ${p.path}`,
  },
  agree: { es: "¿Seguimos? [s/n] ", en: "Shall we go on? [y/n] " },
  messagesToo: {
    es: "También se copiarán los mensajes SMS y MMS. El celular lo preguntará otra vez.",
    en: "The SMS and MMS messages will be copied too. The phone will ask about it again.",
  },
  notBegun: { es: "No empezamos. No se copió nada.", en: "We did not begin. Nothing was copied." },
  plainNetwork: {
    es: "Esta conexión no va cifrada: quien vea esta red puede ver lo copiado. Con cable es mejor.",
    en: "This connection is not encrypted: whoever sees this network can see what is copied. A cable is better.",
  },
  lookAtPhone: {
    es: "Mira el celular: desbloquéalo y toca «Permitir». No marques «Permitir siempre».",
    en: "Look at the phone: unlock it and tap “Allow”. Do not tick “Always allow”.",
  },
  connecting: { es: "Buscando el celular", en: "Looking for the phone" },
  serials: {
    es: (p: { serials: string }) => `Di cuál con --serial: ${p.serials}`,
    en: (p: { serials: string }) => `Say which with --serial: ${p.serials}`,
  },
  goesOn: { es: "Seguimos una copia que quedó a medias.", en: "We go on with a copy that was left half done." },
  notOurs: {
    es: (p: { path: string }) =>
      `Ya existe y no es una copia a medias: ${p.path}. Elige otra carpeta con --out. Para revisarla: contraluz check CARPETA`,
    en: (p: { path: string }) =>
      `Already exists and is no unfinished copy: ${p.path}. Choose another folder with --out. To check it: contraluz check FOLDER`,
  },
  intrusion: {
    es: "Este celular guarda registros de intrusión. Bájalos en el celular: Ajustes › Seguridad y privacidad › Protección avanzada › Registros de intrusión. ¿Ya están? [s/n] ",
    en: "This phone keeps intrusion logs. Download them on the phone: Settings › Security & privacy › Advanced Protection › Intrusion Logging. Are they there? [y/n] ",
  },
  lies: {
    es: (p: { path: string }) => `La copia está en ${p.path}`,
    en: (p: { path: string }) => `The copy is in ${p.path}`,
  },
  missing: { es: "Lo que falta en la copia:", en: "What is missing from the copy:" },
  more: {
    es: (p: { n: number }) => `… y ${p.n} más, en acquisition.json`,
    en: (p: { n: number }) => `… and ${p.n} more, in acquisition.json`,
  },
  toCheck: {
    es: (p: { command: string }) => `Para revisarla: ${p.command}`,
    en: (p: { command: string }) => `To check it: ${p.command}`,
  },
  toGoOn: {
    es: (p: { command: string }) => `Para seguir: ${p.command}`,
    en: (p: { command: string }) => `To go on: ${p.command}`,
  },
} as const;
