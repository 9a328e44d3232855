/** Spanish, the source. @module */
import type { GuideWords } from "../guide.ts";

export const es: GuideWords = {
  title: "Te llegó un aviso de Apple, Google o WhatsApp",
  intro:
    "Estas empresas avisan a quienes creen que atacó un grupo con muchos recursos. El aviso va dirigido a ti: tómalo en serio. No dice que el ataque funcionó.",
  care: {
    title: "No borres el aviso ni restablezcas el teléfono",
    text: "El aviso y el teléfono como está ahora ayudan a saber qué pasó.",
  },
  variants: [
    {
      id: "all",
      name: "",
      steps: [
        {
          what: "Toma una foto del aviso con otro aparato",
          time: "1 minuto",
          text: ["Que se vea la fecha y quién lo manda."],
        },
        {
          what: "Mira si es verdadero, sin tocar ningún enlace",
          time: "5 minutos",
          text: [
            "Apple: escribe tú la dirección account.apple.com y entra. Si el aviso es suyo, está arriba de la página.",
            "Google: entra a tu cuenta escribiendo myaccount.google.com. WhatsApp: el aviso llega en el chat oficial de WhatsApp, con su marca.",
          ],
          fail: "Un aviso verdadero nunca pide que abras un archivo, instales algo o digas tu contraseña.",
        },
        {
          what: "Escribe hoy a una línea de ayuda",
          time: "10 minutos",
          text: [
            "Hazlo desde otro aparato. Di qué empresa avisó y cuándo. A quién llamar está al final de esta página.",
          ],
        },
        {
          what: "Haz un respaldo antes de cambiar nada",
          text: ["Después sí: actualiza el teléfono y activa el Modo de aislamiento, si te lo recomiendan."],
        },
      ],
    },
  ],
  shows: ["Un aviso dice que alguien lo intentó. Para ver si quedaron rastros hace falta revisar el teléfono."],
  noFile: true,
};
