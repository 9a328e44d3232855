/** Reasons that a network gives, for people. Source: 3GPP TS 24.301, 9.9.3.9. @module */
import type { Lang, Words } from "@contraluz/core";

const CAUSES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "sim-unknown": { es: "la SIM no está registrada", en: "the SIM is not registered" },
  "sim-refused": { es: "la SIM no se acepta", en: "the SIM is not accepted" },
  "phone-refused": { es: "el número del teléfono no se acepta", en: "the number of the phone is not accepted" },
  "phone-blocked": { es: "el teléfono no se acepta", en: "the phone is not accepted" },
  "no-data": { es: "la SIM no tiene servicio de datos", en: "the SIM has no service for data" },
  "no-service": { es: "la SIM no tiene servicio", en: "the SIM has no service" },
  "not-known": { es: "la red ya no sabe quién es el teléfono", en: "the network no longer knows who the phone is" },
  "signed-out": { es: "la red dio de baja la conexión", en: "the network had ended the connection" },
  "network-not-allowed": { es: "esta red no es para esta SIM", en: "this network is not for this SIM" },
  "area-not-allowed": { es: "esta zona no es para esta SIM", en: "this area is not for this SIM" },
  "no-roaming": { es: "la SIM no puede usar esta zona como visita", en: "the SIM may not be a guest in this area" },
  "no-data-here": { es: "la SIM no tiene datos en esta red", en: "the SIM has no data on this network" },
  "no-cell-for-it": { es: "ninguna antena de la zona es para esta SIM", en: "no cell of the area is for this SIM" },
  "not-reachable": { es: "una parte de la red no contesta", en: "a part of the network does not answer" },
  "network-failure": { es: "una falla de la red", en: "a failure of the network" },
  "no-calls": { es: "no hay servicio de llamadas", en: "there is no service for calls" },
  "session-failure": { es: "no se pudo abrir la conexión de datos", en: "the connection for data could not be opened" },
  "mac-failure": { es: "la red no demostró quién es", en: "the network did not prove who it is" },
  "synch-failure": {
    es: "los contadores de la SIM y la red no coinciden",
    en: "the counters of SIM and network differ",
  },
  congestion: { es: "la red está llena", en: "the network is full" },
  "capabilities-differ": {
    es: "lo que la red oyó del teléfono no coincide",
    en: "what the network heard of the phone differs",
  },
  "security-refused": { es: "no se aceptó el cifrado", en: "the encryption was not accepted" },
  "closed-group": { es: "la antena es de un grupo cerrado", en: "the cell is of a closed group" },
  "no-4g-proof": { es: "la red no puede comprobar la SIM en 4G", en: "the network cannot check the SIM on 4G" },
  "sent-to-5g": { es: "la red manda a 5G", en: "the network sends to 5G" },
  "option-not-allowed": { es: "la SIM no tiene ese servicio aquí", en: "the SIM has no such service here" },
  "calls-later": { es: "las llamadas no se pueden ahora", en: "calls are not possible now" },
  "no-connection": { es: "no había conexión abierta", en: "there was no open connection" },
  "severe-failure": { es: "una falla grave de la red", en: "a severe failure of the network" },
  "wrong-message": { es: "un mensaje sin sentido", en: "a message without sense" },
  "wrong-part": { es: "falta algo en un mensaje", en: "something is missing in a message" },
  "unknown-message": { es: "un mensaje que no se conoce", en: "a message that is not known" },
  "message-out-of-turn": { es: "un mensaje fuera de turno", en: "a message out of turn" },
  "unknown-part": { es: "una parte que no se conoce", en: "a part that is not known" },
  "wrong-option": { es: "una parte mal puesta", en: "a misplaced part" },
  "out-of-turn": { es: "un mensaje fuera de su momento", en: "a message out of its time" },
  "protocol-error": { es: "un error de la conversación", en: "an error of the conversation" },
} satisfies Record<string, Words>;

/** In words; as it is where nobody knows it. */
export function reason(code: unknown, lang: Lang): string {
  const name = String(code ?? "");
  return Object.hasOwn(CAUSES, name) ? CAUSES[name]![lang] : name;
}

/** Some reasons, as `some` joins them. */
export function reasons(codes: unknown, lang: Lang): string {
  return String(codes ?? "")
    .split(", ")
    .map((c) => reason(c, lang))
    .join(", ");
}
