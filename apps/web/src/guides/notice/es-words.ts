/** Spanish, the source. What Apple says of its warnings: support.apple.com/HT212960. @module */
import type { GuideWords } from "../guide.ts";

export const es: GuideWords = {
  title: "Te llegó un aviso de Apple, Google o WhatsApp",
  intro:
    "Estas empresas avisan a quienes creen que atacó un grupo con muchos recursos. El aviso va dirigido a ti: tómalo en serio. No dice que el ataque funcionó.",
  takes: "De 10 a 20 minutos · sin cable y sin archivo",
  care: {
    title: "No borres el aviso, no restablezcas ni actualices el teléfono todavía",
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
          text: ["Que se vea la fecha y quién lo manda. No abras ni toques nada de él."],
          picture: {
            draw: "picture",
            shows: "Dibujo de un celular con el aviso iluminado y una cámara que le toma una foto",
            labels: ["aviso"],
          },
        },
        {
          what: "Mira si es verdadero, sin tocar ningún enlace",
          time: "5 minutos",
          text: [
            "Apple: escribe tú la dirección account.apple.com y entra. Si el aviso es suyo, está arriba de la página.",
            "Google: escribe tú myaccount.google.com y entra. WhatsApp: el aviso llega en el chat oficial de WhatsApp, con su marca.",
          ],
          fail: "Un aviso verdadero nunca pide que abras un archivo, instales algo o digas tu contraseña. Si pide eso, es una trampa: guárdalo y no sigas.",
          picture: {
            draw: "banner",
            shows: "Dibujo de la página de una cuenta. El aviso está iluminado arriba",
            labels: ["account.apple.com", "El aviso está aquí"],
          },
        },
        {
          what: "Escribe hoy a una línea de ayuda",
          time: "10 minutos",
          text: [
            "Hazlo desde otro aparato. Di qué empresa avisó, cuándo, y a qué te dedicas. A quién llamar está en esta página.",
            "No cuentes todavía a muchas personas. Si el teléfono oye, oye también eso.",
          ],
          alone: {
            text: [
              "Hazlo desde otro aparato. Di qué empresa avisó, cuándo, y a qué te dedicas. A quién llamar está al final.",
              "No cuentes todavía a muchas personas. Si el teléfono oye, oye también eso.",
            ],
          },
          picture: {
            draw: "message",
            shows: "Dibujo de un mensaje iluminado que pide ayuda, y su respuesta",
            labels: ["Recibí un aviso de Apple", "el 11 de junio."],
          },
        },
        {
          what: "Haz un respaldo antes de cambiar nada",
          time: "de 40 minutos a 3 horas",
          text: [
            "Con una computadora y un cable. Aquí hay una guía: vuelve a los caminos.",
            "Después sí: actualiza el teléfono y activa el Modo de aislamiento, si te lo recomiendan.",
          ],
          alone: {
            text: [
              "Con una computadora y un cable. Contraluz tiene una guía para eso: el respaldo del iPhone.",
              "Después sí: actualiza el teléfono y activa el Modo de aislamiento, si te lo recomiendan.",
            ],
          },
          picture: {
            draw: "cable",
            shows: "Dibujo de un iPhone unido a una computadora por su cable, iluminado",
          },
        },
      ],
    },
  ],
  shows: ["Un aviso dice que alguien lo intentó. Para ver si quedaron rastros hace falta revisar el teléfono."],
  noFile: ["Aquí no hace falta entregar ningún archivo. Cuando tengas un respaldo, vuelve y lo revisamos."],
};
