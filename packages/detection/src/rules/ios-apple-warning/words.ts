import type { Params, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const from = (p: Params, es: boolean): string =>
  p.senders === "" ? (es ? "un remitente sin nombre" : "a sender without a name") : String(p.senders);

export const words: RuleWords = {
  name: { es: "Aviso de Apple sobre un ataque", en: "Apple’s warning of an attack" },
  title: {
    es: (p) =>
      p.who === "imitation"
        ? "Un mensaje parece imitar el aviso de Apple sobre un ataque"
        : p.who === "sent"
          ? "Desde este teléfono se envió el aviso de Apple sobre un ataque"
          : "Hay un mensaje con el aviso de Apple sobre un ataque",
    en: (p) =>
      p.who === "imitation"
        ? "A message seems to imitate Apple’s warning of an attack"
        : p.who === "sent"
          ? "Apple’s warning of an attack was sent from this phone"
          : "There is a message with Apple’s warning of an attack",
  },
  why: {
    es: (p) =>
      p.who === "apple"
        ? `Apple avisa así a quienes cree blanco de un programa espía. Lo envió ${from(p, true)}, una dirección de Apple. El aviso habla de un intento; no prueba que lograran entrar.`
        : p.who === "other"
          ? `Un mensaje de ${from(p, true)} empieza como el aviso que Apple envía a quienes cree blanco de un programa espía. No viene de una dirección de Apple que conozcamos. El aviso habla de un intento; no prueba que lograran entrar.`
          : p.who === "sent"
            ? "Un mensaje que salió de este teléfono empieza como el aviso que Apple envía a quienes cree blanco de un programa espía. Quien lo reenvía puede haberlo recibido por correo."
            : `Un mensaje de ${from(p, true)} copia el aviso de Apple, pero el remitente imita su nombre o el enlace lleva a otro sitio. Apple no pide abrir enlaces, instalar nada ni dar una contraseña.`,
    en: (p) =>
      p.who === "apple"
        ? `Apple warns people in this way if it believes that spyware is aimed at them. It was sent by ${from(p, false)}, an address of Apple. The warning speaks of an attempt; it does not prove that anybody got in.`
        : p.who === "other"
          ? `A message from ${from(p, false)} opens like the warning that Apple sends to people at whom it believes spyware is aimed. It does not come from an address of Apple that we know. The warning speaks of an attempt; it does not prove that anybody got in.`
          : p.who === "sent"
            ? "A message that went out from this phone opens like the warning that Apple sends to people at whom it believes spyware is aimed. Whoever passes it on may have got it by e-mail."
            : `A message from ${from(p, false)} copies Apple’s warning, but the sender imitates its name, or the link leads elsewhere. Apple does not ask anybody to open links, install anything or give a password.`,
  },
  otherwise: {
    es: (p) =>
      p.who === "imitation"
        ? "Puede ser un engaño enviado a muchas personas para robar contraseñas."
        : p.who === "sent"
          ? "Puede ser el aviso de otra persona, una noticia o una broma."
          : "Hay mensajes falsos que copian este aviso. También puede ser alguien que te reenvió el suyo.",
    en: (p) =>
      p.who === "imitation"
        ? "It can be a trick sent to many people to steal passwords."
        : p.who === "sent"
          ? "It can be the warning of somebody else, a piece of news or a joke."
          : "There are false messages that copy this warning. Somebody may also have passed theirs on to you.",
  },
  next: {
    es: (p) =>
      p.who === "imitation"
        ? "No abras el enlace ni contestes. Entra a account.apple.com escribiendo tú la dirección: si Apple te avisó, ahí aparece arriba. Guarda el mensaje."
        : p.who === "sent"
          ? "Si Apple te avisó a ti, guarda ese aviso y esta copia, y escribe hoy a una línea de ayuda."
          : "Para saber si es de Apple, entra a account.apple.com escribiendo tú la dirección: ahí aparece arriba. No borres el mensaje. Guarda esta copia y escribe hoy a una línea de ayuda.",
    en: (p) =>
      p.who === "imitation"
        ? "Do not open the link or answer. Go to account.apple.com by typing the address yourself: if Apple warned you, it stands at the top. Keep the message."
        : p.who === "sent"
          ? "If Apple warned you, keep that warning and this copy, and write to a helpline today."
          : "To know whether it is from Apple, go to account.apple.com by typing the address yourself: it stands at the top. Do not delete the message. Keep this copy and write to a helpline today.",
  },
} satisfies Record<string, Words>;
