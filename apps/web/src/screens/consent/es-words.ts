/** Spanish, the source. @module */
import type { PartId } from "../../engine/parts.ts";

const parts: Readonly<Record<PartId, { readonly name: string; readonly why: string }>> = {
  programs: {
    name: "Programas y uso de la red",
    why: "Qué programas corrieron y cuánto se conectaron. Aquí han aparecido rastros de Pegasus. Sin esto casi no vemos programas espía de los caros.",
  },
  messages: {
    name: "Enlaces dentro de mensajes",
    why: "SMS, iMessage, WhatsApp y otros. Muchos ataques llegaron como un enlace. Se guarda el enlace, la fecha y de quién vino. El texto no.",
  },
  browsing: {
    name: "Páginas visitadas",
    why: "Safari, Chrome y Firefox. A veces una página ataca sin que toques nada, y deja aquí su dirección.",
  },
  contacts: {
    name: "Llamadas y contactos",
    why: "Para reconocer cuentas que nadie conoce y llamadas raras. Los nombres de tus contactos no se guardan.",
  },
  permissions: {
    name: "Permisos y perfiles instalados",
    why: "Qué apps pueden usar cámara, micrófono y ubicación, y si una empresa, escuela o persona controla el teléfono.",
  },
  calendar: {
    name: "Calendario",
    why: "Algunos ataques llegaron como invitaciones. Se mira quién invita y con qué enlace.",
  },
  system: {
    name: "Datos del teléfono y lo demás",
    why: "Modelo, versión, fechas, redes y configuración. Con esto sabemos qué se pudo ver y qué no.",
  },
};

export const es = {
  title: "Tú decides qué se lee",
  intro: "Todavía no hemos leído nada. Sin tu permiso no empezamos.",
  picked: "Elegiste",
  whose: "¿De quién es el teléfono?",
  mine: "Es mío",
  allowed: "Es de otra persona, y me dio permiso",
  allowedMore: "Que esté contigo mientras lo haces, o que sepa cuándo será. Puede cambiar de opinión.",
  unknowing: "Es de otra persona, y no lo sabe",
  unknowingMore: "Entonces no sigas. Revisar un teléfono a escondidas también es espiar.",
  which: "¿Qué partes podemos leer?",
  whichMore:
    "Marcamos lo que hace falta para buscar rastros. Lo que quites quedará a oscuras, y así lo dirá el resultado.",
  parts,
  content: "El texto completo de los mensajes",
  contentMore: "No hace falta para la revisión. Actívalo si una persona experta te lo pide.",
  keys: "Abrir lo cifrado de una captura de red con sus claves",
  keysMore:
    "Nada más si traes una captura y su archivo de claves, de PiRogue o de un navegador. Se verá qué páginas se pidieron, además del sitio. Quien usa el teléfono tiene que estar de acuerdo. Las claves se quedan en la memoria.",
  result: "¿Qué pasa con el resultado?",
  resultList: [
    "Se queda en la memoria de esta pestaña. No se envía a nadie, tampoco a nosotros.",
    "Si cierras la pestaña, se pierde. Al final puedes guardarlo tú, si quieres, donde tú quieras.",
    "Habla también de otras personas: con quién te escribes y qué enlaces te mandaron. Piensa en ellas antes de enseñarlo.",
    "No sirve para acusar a nadie. Un rastro dice qué programa, no quién está detrás.",
  ],
  short: "Tu permiso, en corto",
  what: "Para qué",
  whatIs: "Buscar rastros de programas espía",
  read: "Qué se lee",
  readIs: (n: number, of: number): string => `${n} de ${of} partes`,
  opens: "Lo cifrado",
  opensIs: "Se abre con las claves que traigas. No se guardan",
  sees: "Quién lo ve",
  seesIs: "Tú, y quien mire esta pantalla",
  kept: "Cuánto tiempo se guarda",
  keptIs: "Hasta que cierres esta pestaña",
  give: "Doy permiso: seguir",
  giveAndBegin: "Doy permiso: empezar",
  leave: "No, salir",
  later: "Puedes parar en cualquier momento y cambiar de opinión después.",
  whoseFirst: "Di primero de quién es el teléfono",
  noneMarked: "Marca por lo menos una parte",
};
