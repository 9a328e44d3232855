/** Spanish, the source. Facts: android.md 1.4 (Advanced Protection of Android 16, intrusion logging). @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const open: GuideStep = {
  what: "Abre la protección avanzada",
  time: "1 minuto",
  path: ["Ajustes", "Seguridad y privacidad", "Protección avanzada"],
  text: ["Busca el registro de intrusiones. Existe desde Android 16, si ya estaba encendido."],
  fail: "¿No está, o estaba apagado? Entonces no hay registros de antes. Saca un informe de errores: esa guía sirve en todo Android.",
  picture: {
    draw: "row",
    shows: "Dibujo de los ajustes de seguridad. El renglón de la protección avanzada está iluminado",
    labels: ["Protección avanzada"],
  },
};

const get: GuideStep = {
  what: "Descarga los registros",
  time: "de 2 a 10 minutos",
  text: [
    "Entra a los registros de intrusiones y elige descargarlos. Pide tu cuenta de Google y el código del teléfono.",
    "Quedan en Descargas, en la carpeta «Intrusion Logging».",
  ],
  picture: { draw: "quarter", shows: "Dibujo de un reloj con un cuarto de hora iluminado" },
};

const pick: GuideStep = {
  what: "Elígelos en esta página",
  alone: {
    what: "Revísalos con la página de Contraluz",
    text: [
      "Ábrela en el mismo teléfono y elige el archivo. Son archivos de texto o un zip.",
      "Con una computadora, pásalos por cable o con una memoria USB.",
    ],
  },
  time: "1 minuto",
  text: [
    "Abre esta página en el mismo teléfono y elige el archivo. Son archivos de texto o un zip.",
    "Con una computadora, pásalos por cable o con una memoria USB.",
  ],
  fail: "¿Son varios archivos? Elige el zip, o comprímelos en uno desde la app de archivos.",
  picture: {
    draw: "send",
    shows: "Dibujo de un teléfono con el signo de compartir y una flecha hacia una computadora, iluminados",
  },
};

export const es: GuideWords = {
  title: "Descarga los registros de intrusiones",
  intro:
    "Con la protección avanzada, Android guarda hasta un año de señales de un ataque: conexiones, apps que entraron, entradas por cable, reinicios. Están cifrados: ni Google los lee.",
  takes: "De 5 a 15 minutos · de 1 a 60 MB",
  care: {
    title: "Llevan mucho de ti",
    text: "Dicen con qué sitios se conectó cada app, también en modo incógnito. Guárdalos donde nadie más los vea y no los mandes por correo ni chat.",
  },
  variants: [{ id: "phone", name: "Con el celular", steps: [open, get, pick] }],
  shows: [
    "Muestra con qué sitios se conectó cada app, qué se instaló o se quitó, cuándo se entró por cable y cuándo se abrió la pantalla.",
    "También si el registro se detuvo: un hueco puede ser una pista.",
    "No muestra mensajes, fotos ni llamadas, ni nada de antes de encenderlo.",
  ],
};
