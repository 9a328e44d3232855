import type { Words } from "@contraluz/core";

export const name: Words = { es: "Historial de Safari", en: "Safari history" };
export const shows: Words = {
  es: "Qué páginas abrió Safari, cuándo, y de cuál página llegó a cuál.",
  en: "Which pages Safari opened, when, and which page led to which.",
};
export const hides: Words = {
  es: "La navegación privada, lo borrado y lo que abrieron otras apps. En un respaldo sin contraseña no viene.",
  en: "Private browsing, what was cleared, and what other apps opened. It is missing in a backup without a password.",
};
export const fields = {
  url: { es: "Dirección", en: "Address" },
  title: { es: "Título de la página", en: "Title of the page" },
  visit: { es: "Número de visita", en: "Visit number" },
  redirect_from: { es: "Llegó desde la visita", en: "Came from visit" },
  redirect_to: { es: "Siguió a la visita", en: "Went on to visit" },
  visits: { es: "Visitas contadas", en: "Visits counted" },
  profile: { es: "Perfil de Safari", en: "Safari profile" },
} satisfies Record<string, Words>;
