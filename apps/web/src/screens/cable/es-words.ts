/** Spanish, the source. What is taken and what stays on the phone: packages/acquire. @module */
import type { AcquireCode } from "@contraluz/acquire";

/** What stops a copy, besides what the phone says: no phone was chosen, no more room, a fault of ours. */
export type Stopped = AcquireCode | "none" | "no-room" | "bug";

interface Failure {
  readonly title: string;
  readonly what: string;
}

const unplugged: Failure = {
  title: "El celular se desconectó",
  what: "Lo que ya se copió sigue aquí mientras no cierres esta página. Conéctalo otra vez: sigue donde iba.",
};

const stopped: Readonly<Record<Stopped, Failure>> = {
  none: {
    title: "No se eligió ningún celular",
    what: "¿No salió en la lista? Revisa el cable, desbloquéalo y enciende la «Depuración por USB». Si adb está abierto en esta computadora, ciérralo.",
  },
  "no-phone": {
    title: "No vemos ningún celular",
    what: "Conéctalo con su cable, desbloquéalo y enciende la «Depuración por USB».",
  },
  busy: {
    title: "Otro programa usa el celular",
    what: "Suele ser adb o Android Studio. Ciérralos; en una terminal se escribe: adb kill-server. Cierra también otras pestañas con esta página. Luego conéctalo otra vez.",
  },
  connect: {
    title: "No pudimos conectarnos",
    what: "Desconecta el cable, desbloquea el celular y conéctalo otra vez. Prueba otro cable: algunos nada más cargan.",
  },
  "not-allowed": {
    title: "El celular no dio permiso",
    what: "Desbloquéalo. Cuando pregunte, toca «Permitir», sin marcar «Permitir siempre». Si no pregunta, apaga y enciende la «Depuración por USB».",
  },
  lost: unplugged,
  broken: unplugged,
  stalled: {
    title: "El celular dejó de responder",
    what: "Lo que ya se copió sigue aquí. Desbloquéalo, déjalo encendido y conéctalo otra vez: sigue donde iba.",
  },
  cancelled: {
    title: "Paramos la copia",
    what: "Lo que ya se copió sigue aquí mientras no cierres esta página. Puedes seguir donde iba, o tirarlo.",
  },
  "other-phone": {
    title: "Es otro celular",
    what: "La copia a medias es de otro. Conecta aquel, o tira lo copiado y empieza con este.",
  },
  several: { title: "Hay más de un celular", what: "Deja conectado uno nada más." },
  "no-server": { title: "No pudimos conectarnos", what: "Desconecta el cable y conéctalo otra vez." },
  "too-old": {
    title: "Este Android es demasiado viejo",
    what: "No se puede copiar así. Haz un informe de errores en el teléfono y revisa ese archivo.",
  },
  wrong: {
    title: "El celular respondió algo raro",
    what: "Ningún Android que conozcamos responde así. No seguimos. Pide ayuda a una línea de ayuda.",
  },
  "no-room": {
    title: "No hay más espacio",
    what: "El navegador no da más lugar en este equipo. Libera espacio, o empieza otra vez sin copiar las apps.",
  },
  bug: { title: "Algo falló en esta página", what: "Es un error nuestro. Lo copiado sigue aquí: prueba otra vez." },
};

export const es = {
  title: "Copia el celular por su cable",
  intro:
    "El celular se conecta a esta computadora y esta página lo lee. En el celular no se instala ni se cambia nada.",
  already: "Ya tengo una copia: elegirla",
  first: "Antes de conectar",
  firstList: [
    "Enciende la «Depuración por USB» en las opciones de desarrollador.",
    "Conecta el cable y desbloquea el celular.",
    "El navegador muestra una lista: elige ahí tu celular.",
  ],
  what: "Qué se copia",
  always:
    "Siempre: las apps y sus huellas, los ajustes y los programas que corren. También los registros del sistema, la lista de archivos y el informe de errores.",
  apks: "También las apps que no venían con el celular",
  apksMore: "Así se ve quién las firmó y qué pueden hacer. Tarda más y ocupa espacio.",
  messages: "También los mensajes SMS y MMS",
  messagesMore: "Sirve para buscar enlaces que te mandaron. El celular te lo preguntará otra vez.",
  noMessages: "Los mensajes no se copian: antes dijiste que no se leyeran.",
  chosen: "Sigue con lo que elegiste al principio.",
  connect: "Conectar el celular",
  again: "Conectar otra vez",
  drop: "Tirar lo copiado",
  dropped: "Tiramos lo copiado. En esta página ya no queda nada de ello.",
  asking: "Mira el celular",
  askingMore:
    "Desbloquéalo. Pregunta si permites la depuración por USB: toca «Permitir», sin marcar «Permitir siempre». Esperamos dos minutos.",
  taking: "Copiando el celular",
  percent: (n: number): string => `${n} por ciento`,
  progress: "Avance",
  of: (at: string, of: string): string => `${at} de ${of}`,
  stop: "Parar",
  stopping: "Parando…",
  stopMore: "Si paras, luego puede seguir donde iba.",
  logs: "Este celular guarda registros de intrusión",
  logsMore:
    "Nadie más que tú puede bajarlos. En el celular: Ajustes › Seguridad y privacidad › Protección avanzada › Registros de intrusión. Descárgalos y vuelve aquí.",
  logsDone: "Ya los descargué",
  logsWithout: "Seguir sin ellos",
  done: "La copia está completa",
  check: "Revisar la copia",
  stuck: "¿No te sale?",
  stuckMore: "No es culpa tuya, pasa mucho. Una línea de ayuda puede hacerlo contigo.",
  nothing: "No se copió nada.",
  meanwhile: "Mientras esperas",
  meanwhileText: [
    "Deja esta pestaña abierta y el celular conectado y desbloqueado.",
    "El informe de errores tarda varios minutos, y el celular no dice nada mientras tanto. Es normal.",
    "Al terminar se revisa aquí mismo. Nada sale de este equipo.",
  ],
  where: "Dónde queda la copia",
  whereMore:
    "En el espacio de trabajo de esta página, cifrada con una llave que vive en su memoria. Al cerrar la página se pierde. Al final puedes guardarla: es la evidencia.",
  leaves: "Qué queda en el celular",
  stopped,
};
