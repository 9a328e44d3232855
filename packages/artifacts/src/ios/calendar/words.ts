import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Calendario", en: "Calendar" },
  shows: {
    es: "Cada evento: para cuándo es, cuándo se anotó, quién invitó y qué enlaces trae. Un programa espía usó invitaciones con fecha pasada.",
    en: "Each event: for when it is, when it was noted, who invited, and which links it has. One spyware used invitations for a past date.",
  },
  hides: {
    es: "Casi todos los eventos borrados, y cuándo llegó de verdad una invitación: la fecha la pone el servidor.",
    en: "Nearly all deleted events, and when an invitation really came: its date is set by the server.",
  },
};

const f = {
  event: { es: "Número del evento", en: "Number of the event" },
  start: { es: "Empieza", en: "Begins" },
  end: { es: "Termina", en: "Ends" },
  changed: { es: "Último cambio", en: "Last change" },
  organizer: { es: "Quién invita", en: "Who invites" },
  own: { es: "Es tu propia cuenta", en: "Is your own account" },
  alarm: { es: "Tiene aviso", en: "Has an alarm" },
  meeting_notes: { es: "Se llama «Meeting» y su nota dice «Notes»", en: "Is called “Meeting”, its note says “Notes”" },
  invitees: { es: "Tiene personas invitadas", en: "Has invited people" },
  answer: { es: "Respuesta a la invitación (número de iOS)", en: "Answer to the invitation (number of iOS)" },
  links: { es: "Enlaces", en: "Links" },
  all_day: { es: "Todo el día", en: "All day" },
  repeats: { es: "Se repite", en: "Repeats" },
  hidden: { es: "Oculto", en: "Hidden" },
  calendar: { es: "Número del calendario", en: "Number of the calendar" },
  uid: { es: "Identificador del evento", en: "Identifier of the event" },
  uuid: { es: "Identificador en este teléfono", en: "Identifier on this phone" },
  calendar_name: { es: "Nombre del calendario", en: "Name of the calendar" },
  account: { es: "Cuenta", en: "Account" },
  summary: { es: "Título", en: "Title" },
  description: { es: "Nota", en: "Note" },
  place: { es: "Lugar", en: "Place" },
  who: { es: "Número o correo", en: "Number or e-mail" },
  is_organizer: { es: "Es quien invita", en: "Is who invites" },
  status: { es: "Respuesta (número de iOS)", en: "Answer (number of iOS)" },
  comment: { es: "Comentario", en: "Comment" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    event: { words: f.event },
    start: { words: f.start },
    end: { words: f.end },
    changed: { words: f.changed },
    organizer: { words: f.organizer },
    own: { words: f.own },
    alarm: { words: f.alarm },
    meeting_notes: { words: f.meeting_notes },
    invitees: { words: f.invitees },
    answer: { words: f.answer },
    links: { words: f.links },
    all_day: { words: f.all_day },
    repeats: { words: f.repeats },
    hidden: { words: f.hidden },
    calendar: { words: f.calendar },
    uid: { words: f.uid },
    uuid: { words: f.uuid },
    calendar_name: { words: f.calendar_name, content: true },
    account: { words: f.account, content: true },
    summary: { words: f.summary, content: true },
    description: { words: f.description, content: true },
    place: { words: f.place, content: true },
  },
  participant: {
    account: { words: f.who },
    event: { words: f.event },
    organizer: { words: f.is_organizer },
    own: { words: f.own },
    status: { words: f.status },
    comment: { words: f.comment, content: true },
  },
};
