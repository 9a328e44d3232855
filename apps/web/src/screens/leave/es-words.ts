/** Spanish, the source. @module */
export const es = {
  title: "Qué queda en este equipo",
  intro: "Antes de irte, mira qué puede ver quien use este equipo después.",
  /** Under the answer, in short. */
  shortTitle: "Qué queda en este equipo",
  short: {
    memory: "El resultado está en la memoria de esta pestaña, y en ninguna otra parte. Se pierde al cerrarla.",
    backup: "El respaldo que trajiste sigue donde estaba, igual que antes. Con él cualquiera puede leer tu vida.",
    file: "El archivo que trajiste sigue donde estaba, igual que antes. Dice cosas de ti y de tu teléfono.",
    copy: "La copia del celular está en el espacio de trabajo de esta página, cifrada. Se pierde al cerrarla.",
    phone:
      "En el celular queda el permiso de esta computadora. Quítalo en Opciones de desarrollador › Revocar autorizaciones de depuración por USB, y apaga la depuración.",
    savedNone: "No guardaste nada desde aquí.",
    saved: "Guardaste esto en tus descargas:",
    history: "El navegador recuerda que abriste esta página. Eso no podemos borrarlo.",
  },
  memory: "El resultado y lo leído",
  memoryShows: "Qué se encontró, con quién hablas, qué páginas abriste.",
  memoryMore:
    "Está en la memoria de esta pestaña, y en ninguna otra parte. Usa el botón de abajo, o cierra la pestaña.",
  backup: "El respaldo que trajiste, y sus copias",
  backupShows: "Tus mensajes, fotos y contactos. Si tiene contraseña, hace falta para abrirlo.",
  backupMore:
    "Si hay algo por revisar, guárdalo: es la evidencia. Mejor en un disco tuyo que aquí. Si no lo necesitas, bórralo tú de su carpeta y de la papelera. La app de Apple muestra la fecha de cada respaldo.",
  file: "El archivo que trajiste, y sus copias",
  fileShows: "Qué apps y programas usas, con quién se conectaron, nombres de cuentas y de redes. Está sin contraseña.",
  fileMore:
    "Si hay algo por revisar, guárdalo: es la evidencia. Mejor en un aparato tuyo que aquí. Si no lo necesitas, bórralo tú de donde lo guardaste y de la papelera.",
  copy: "La copia del celular",
  copyShows: "Qué apps usas, tus ajustes, registros del sistema y, si lo permitiste, tus mensajes.",
  copyMore:
    "Está en el espacio de trabajo de esta página, cifrada con una llave que vive en su memoria. Se pierde al cerrarla. Si hay algo por revisar, guárdala: es la evidencia.",
  missing: (n: string): string => `Lo que falta en la copia (${n})`,
  missingMore: (n: string): string => `y otras ${n}`,
  removeCopy: "También se quita la copia del celular. Si no la guardaste, se pierde.",
  saveCopy: "Guardar la copia del celular",
  saveCopyMore: "Es un zip sin contraseña. Guárdalo donde nadie más lo vea.",
  copyName: "contraluz-copia-android.zip",
  copySaving: (size: string): string => `Guardando: ${size}. Deja abierta esta página.`,
  copySaved: (name: string): string => `Guardada: ${name}`,
  copyTooLarge: "La copia pasa de 4 GB, y así no cabe en un zip. Haz la copia con el programa, o sin las apps.",
  copyFailed: "No se pudo guardar. Revisa el espacio libre y prueba otra vez.",
  phone: "El celular",
  phoneShows: "La lista de computadoras con permiso de entrar por cable, y que la depuración está encendida.",
  phoneMore:
    "En Opciones de desarrollador elige «Revocar autorizaciones de depuración por USB» y apaga «Depuración por USB». La llave de esta página se pierde al cerrarla.",
  saved: "Lo que guardaste desde aquí",
  savedShows: "El informe dice qué se encontró. El zip lleva además todo lo leído.",
  savedMore:
    "Está en tus descargas. Esta página no puede borrarlo: muévelo a un disco tuyo, o bórralo y vacía la papelera.",
  savedNone: "No guardaste nada.",
  history: "El navegador",
  historyShows: "Que abriste esta página, su dirección y la hora. Si guardaste algo, también la lista de descargas.",
  historyMore:
    "Borra tú esas líneas: nosotros no podemos. Un historial vacío de golpe también se nota. En una ventana privada no queda, salvo las descargas.",
  system: "El sistema",
  systemShows: "Archivos recientes, y copias automáticas de descargas o escritorio (Time Machine, iCloud, OneDrive).",
  systemMore:
    "Mira ahí si moviste el archivo o guardaste el informe. El sistema puede pasar memoria al disco: un disco cifrado ayuda.",
  cable: "El cable",
  cableShows: "La computadora y el teléfono recuerdan que se conectaron, y que el teléfono confió en ella.",
  cableMore: "Nada por ahora. No restablezcas el teléfono por eso: los rastros importan más.",
  shows: "Qué muestra",
  what: "Qué hacer",
  remove: "Quitar el resultado de esta página",
  removing: "Quitando…",
  removeMore:
    "Vacía la memoria y el espacio de trabajo, y vuelve al principio. No toca lo que trajiste ni tus descargas.",
  unsaved: "No guardaste el resultado. Al quitarlo se pierde, y habría que revisar otra vez.",
};
