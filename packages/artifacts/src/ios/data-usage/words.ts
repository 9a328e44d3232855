import type { Words } from "@contraluz/core";

export const name: Words = { es: "Uso de la red por programa", en: "Network use by program" };
export const shows: Words = {
  es: "Qué programas usaron la red del teléfono, desde cuándo y cuánto. Aquí se vio Pegasus muchas veces.",
  en: "Which programs used the phone's network, since when and how much. Pegasus was often seen here.",
};
export const hides: Words = {
  es: "A dónde se conectaron, y programas que se borraron de esta lista.",
  en: "Where they connected to, and programs that were wiped from this list.",
};
export const fields = {
  name: { es: "Programa", en: "Program" },
  bundle: { es: "Nombre interno de la app", en: "Internal name of the app" },
  first: { es: "Visto por primera vez", en: "First seen" },
  process: { es: "Número del programa en la tabla", en: "Number of the program in the table" },
  orphan: { es: "Su programa ya no está en la tabla", en: "Its program is no longer in the table" },
  wifi_in: { es: "Recibido por Wi-Fi", en: "Received over Wi-Fi" },
  wifi_out: { es: "Enviado por Wi-Fi", en: "Sent over Wi-Fi" },
  cell_in: { es: "Recibido por datos móviles", en: "Received over mobile data" },
  cell_out: { es: "Enviado por datos móviles", en: "Sent over mobile data" },
} satisfies Record<string, Words>;
