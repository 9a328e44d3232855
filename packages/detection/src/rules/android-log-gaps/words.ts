import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Huecos en el registro de intrusiones", en: "Gaps in the intrusion log" },
  title: {
    es: (p) =>
      p.case === "integrity"
        ? "El registro cuenta fallas de llaves o certificados"
        : p.case === "more"
          ? `El registro se apagó ${p.count} veces más`
          : p.case === "open"
            ? "El registro de intrusiones se apagó y no volvió"
            : `El registro de intrusiones estuvo apagado ${plural(p.hours!, "una hora", `${p.hours} horas`)}`,
    en: (p) =>
      p.case === "integrity"
        ? "The log tells of faults of keys or certificates"
        : p.case === "more"
          ? `The log was switched off ${p.count} more times`
          : p.case === "open"
            ? "The intrusion log was switched off and did not come back"
            : `The intrusion log was off for ${plural(p.hours!, "one hour", `${p.hours} hours`)}`,
  },
  why: {
    es: (p) =>
      p.case === "integrity"
        ? `Se anotó: ${p.what}.`
        : p.case === "more"
          ? "Lo que pasó mientras estaba apagado no se ve aquí."
          : `Se apagó en ${p.when}${p.until === "" ? "" : ` y se encendió en ${p.until}`} (hora UTC). Lo que pasó entre tanto no se ve aquí.`,
    en: (p) =>
      p.case === "integrity"
        ? `It was noted: ${p.what}.`
        : p.case === "more"
          ? "What happened while it was off does not show here."
          : `It was switched off at ${p.when}${p.until === "" ? "" : ` and on again at ${p.until}`} (UTC). What happened in between does not show here.`,
  },
  otherwise: {
    es: (p) =>
      p.case === "integrity"
        ? "Una red con un portal de acceso, un certificado vencido o una app mal hecha."
        : "Tú apagaste la Protección avanzada un rato, o cambiaste de cuenta.",
    en: (p) =>
      p.case === "integrity"
        ? "A network with a login page, a certificate that ran out, or a badly made app."
        : "You switched Advanced Protection off for a while, or changed the account.",
  },
  next: {
    es: (p) =>
      p.case === "integrity"
        ? "Por sí mismo no dice nada. Le sirve a quien te ayude."
        : "Piensa dónde estaba el celular a esa hora y quién lo tenía. Cuéntalo a una línea de ayuda.",
    en: (p) =>
      p.case === "integrity"
        ? "By itself it says nothing. It helps whoever helps you."
        : "Think where the phone was at that time and who had it. Tell a helpline.",
  },
} satisfies Record<string, Words>;
