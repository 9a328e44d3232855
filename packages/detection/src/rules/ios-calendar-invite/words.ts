import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Invitaciones de calendario fuera de lo común", en: "Unusual invitations in the calendar" },
  title: {
    es: (p) =>
      p.pattern !== 0
        ? p.count === 1
          ? "Un evento del calendario se llama «Meeting» y su nota dice «Notes»"
          : `${p.count} eventos del calendario se llaman «Meeting» y su nota dice «Notes»`
        : "Hay invitaciones que se anotaron después de su fecha",
    en: (p) =>
      p.pattern !== 0
        ? p.count === 1
          ? "An event in the calendar is called “Meeting” and its note says “Notes”"
          : `${p.count} events in the calendar are called “Meeting” and their notes say “Notes”`
        : "There are invitations that were noted after their date",
  },
  why: {
    es: (p) =>
      p.pattern !== 0
        ? `Hay ${p.count} ${p.count === 1 ? "evento" : "eventos"} con esas dos palabras. El programa espía de QuaDream entró en otros teléfonos con invitaciones así, para una fecha pasada.`
        : `${p.count} ${p.count === 1 ? "invitación se anotó" : "invitaciones se anotaron"} más de un día después de empezar, sin aviso, de quien no está en los contactos. QuaDream usó invitaciones para una fecha pasada.`,
    en: (p) =>
      p.pattern !== 0
        ? `There ${p.count === 1 ? "is 1 event" : `are ${p.count} events`} with those two words. QuaDream’s spyware got into other phones with such invitations, for a past date.`
        : `${p.count} ${p.count === 1 ? "invitation was" : "invitations were"} noted more than a day after the beginning, without an alarm, from somebody who is not in the contacts. QuaDream used invitations for a past date.`,
  },
  otherwise: {
    es: (p) =>
      p.pattern !== 0
        ? "Alguien pudo crear un evento con esas palabras, por ejemplo para probar un calendario."
        : "Es lo normal si se agregó una cuenta, se importó un calendario o la invitación llegó tarde.",
    en: (p) =>
      p.pattern !== 0
        ? "Somebody may have made an event with those words, for example to try out a calendar."
        : "It is ordinary if an account was added, a calendar was imported, or the invitation came late.",
  },
  next: {
    es: (p) =>
      p.pattern !== 0
        ? "No borres el evento. Guarda esta copia y muéstrala a una línea de ayuda esta semana."
        : "Mira quién invita. Si no conoces a nadie de la lista, cuéntalo a quien te ayude.",
    en: (p) =>
      p.pattern !== 0
        ? "Do not delete the event. Keep this copy and show it to a helpline this week."
        : "Look at who invites. If you know nobody on the list, tell whoever helps you.",
  },
} satisfies Record<string, Words>;
