import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Case = "custody" | "asked" | "own";

export const words: RuleWords = {
  name: {
    es: "Computadoras que pueden dar órdenes al celular (adb)",
    en: "Computers that may command the phone (adb)",
  },
  title: {
    es: (p) =>
      p.case === "own"
        ? "La computadora que hizo esta copia puede dar órdenes al celular"
        : p.case === "custody"
          ? `Una computadora usó el celular mientras no estaba contigo${p.name === "" ? "" : `: ${p.name}`}`
          : `¿Conoces ${plural(p.count!, "esta computadora", `estas ${p.count} computadoras`)}${p.name === "" ? "? No da su nombre" : `: ${p.name}?`}`,
    en: (p) =>
      p.case === "own"
        ? "The computer that made this copy may command the phone"
        : p.case === "custody"
          ? `A computer used the phone while it was not with you${p.name === "" ? "" : `: ${p.name}`}`
          : `Do you know ${plural(p.count!, "this computer", `these ${p.count} computers`)}${p.name === "" ? "? It does not give its name" : `: ${p.name}?`}`,
  },
  why: {
    es: (p) =>
      `Alguien aceptó su clave en la pantalla del celular. Con ella puede instalar apps y copiar datos cuando se conecta.${p.key === "" ? "" : ` Huella de la clave: ${p.key}`}`,
    en: (p) =>
      `Somebody accepted its key on the screen of the phone. With it, it can install apps and copy data when it is connected.${p.key === "" ? "" : ` Fingerprint of the key: ${p.key}`}`,
  },
  otherwise: {
    es: "Quien hace apps, un taller, o quien te ayudó antes a revisar el celular deja una clave así. El nombre lo elige esa computadora.",
    en: "Somebody who writes apps, a repair shop, or whoever helped you to check the phone before leaves such a key. The name is chosen by that computer.",
  },
  next: {
    es: (p) =>
      p.case === "own"
        ? "Cuando la revisión termine, quita el permiso en Opciones de desarrollador › Revocar autorizaciones de depuración USB."
        : "Si la conoces, dilo y deja de salir. Si no, guarda este archivo antes de revocar nada y pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "own"
        ? "When the check is over, take the permission away in Developer options › Revoke USB debugging authorisations."
        : "If you know it, say so and it goes away. If not, keep this file before you revoke anything, and ask a helpline.",
  },
} satisfies Record<string, Words>;
