/** Spanish, the source. iOS 15.2 and later; it keeps seven days. @module */
import type { GuideWords } from "../guide.ts";

export const es: GuideWords = {
  title: "Guarda el informe de privacidad de las apps",
  intro:
    "Es un archivo pequeño que el iPhone escribe por sí mismo: qué app usó el micrófono, la cámara o tu ubicación, y con qué sitios se conectó. Guarda siete días. Lo tienen los iPhone con iOS 15.2 o más nuevo.",
  takes: "5 minutos · de 1 a 60 MB · en el propio celular",
  care: {
    title: "No quites apps ni permisos antes de guardarlo",
    text: "Si apagas el informe, se borra lo que tenía. Déjalo encendido.",
  },
  variants: [
    {
      id: "all",
      name: "",
      steps: [
        {
          what: "Abre el informe",
          time: "1 minuto",
          path: ["Configuración", "Privacidad y seguridad", "Informe de privacidad de apps"],
          text: ["Está hasta abajo de la lista."],
          fail: "¿Dice que está apagado? Enciéndelo y vuelve en siete días. Mientras, saca un registro del iPhone (sysdiagnose).",
          picture: {
            draw: "switch",
            shows: "Dibujo de la configuración. El informe de privacidad está iluminado y encendido",
            labels: ["Informe de privacidad"],
          },
        },
        {
          what: "Guárdalo como archivo",
          time: "1 minuto",
          text: [
            "Toca el signo de compartir, arriba a la derecha, y elige «Guardar en Archivos». Escoge «En mi iPhone», no «iCloud Drive».",
          ],
          fail: "¿No ves el signo? Desliza la página hasta arriba. Si la pantalla está vacía, todavía no hay nada que guardar.",
          picture: {
            draw: "share",
            shows: "Dibujo del menú para compartir. El signo y Guardar en Archivos están iluminados",
            labels: ["Copiar", "Guardar en Archivos"],
          },
        },
        {
          what: "Mira tú las primeras líneas",
          time: "3 minutos",
          text: [
            "En la misma pantalla está la lista de apps. Fíjate si una que no conoces usó el micrófono o tu ubicación, sobre todo de noche.",
            "Si encuentras algo así, no la quites todavía. Toma una foto con otro aparato y habla con una línea de ayuda.",
          ],
        },
      ],
    },
  ],
  shows: [
    "Muestra qué apps usaron cámara, micrófono, ubicación y contactos, y con qué sitios se conectaron.",
    "No muestra lo que hacen los programas de adentro del sistema. Un programa espía de los más caros no aparece aquí.",
  ],
};
