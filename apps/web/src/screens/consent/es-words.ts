/** Spanish, the source. @module */
import type { PartId } from "../../engine/parts.ts";

const parts: Readonly<Record<PartId, { readonly name: string; readonly why: string }>> = {
  programs: {
    name: "Programas y uso de la red",
    why: "Qué programas corrieron y cuánto se conectaron. Aquí han aparecido rastros de Pegasus.",
  },
  messages: {
    name: "Enlaces dentro de mensajes",
    why: "SMS, iMessage, WhatsApp y otros. Se guarda el enlace, la fecha y de quién vino, no la carta.",
  },
  browsing: { name: "Páginas visitadas", why: "Safari, Chrome y Firefox." },
  contacts: { name: "Llamadas y contactos", why: "Para reconocer cuentas desconocidas." },
  permissions: {
    name: "Permisos y perfiles instalados",
    why: "Quién puede usar cámara, micrófono y ubicación, y quién controla el teléfono.",
  },
  calendar: { name: "Calendario", why: "Algunos ataques llegaron como invitaciones." },
  system: { name: "Datos del teléfono y lo demás", why: "Modelo, fechas, redes y ajustes." },
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
  contentMore: "No hace falta para la revisión. Actívalo solo si una persona experta te lo pide.",
  result: "¿Qué pasa con el resultado?",
  resultMore:
    "Se queda en la memoria de esta pestaña. Si la cierras, se pierde. Al final puedes guardarlo tú, si quieres.",
  short: "Tu permiso, en corto",
  what: "Para qué",
  whatIs: "Buscar rastros de programas espía",
  read: "Qué se lee",
  readIs: (n: number, of: number): string => `${n} de ${of} partes`,
  sees: "Quién lo ve",
  seesIs: "Nadie más que tú",
  kept: "Cuánto tiempo se guarda",
  keptIs: "Nada: al cerrar se borra",
  give: "Doy permiso: seguir",
  giveAndBegin: "Doy permiso: empezar",
  leave: "No, salir",
  later: "Puedes parar en cualquier momento y cambiar de opinión después.",
  noneMarked: "Marca por lo menos una parte.",
};
