/**
 * Spanish, the source. How it is made and where it lies: Apple's own instructions for sysdiagnose; the name of the file as iOS
 * writes it.
 * @module
 */
import type { GuideStep, GuideWords } from "../guide.ts";

const press: GuideStep = {
  what: "Pulsa tres botones a la vez",
  time: "1 segundo",
  text: ["Aprieta juntos los dos botones de volumen y el botón lateral. Cuenta «uno» y suelta."],
  fail: "¿Salió la pantalla para apagar? Toca Cancelar y prueba más corto. ¿No sentiste nada? Puede ser normal: sigue.",
  picture: {
    draw: "buttons",
    shows: "Dibujo de un iPhone: dos botones a la izquierda y uno a la derecha, iluminados",
    labels: ["volumen", "lateral"],
  },
};

const wait: GuideStep = {
  what: "Espera 15 minutos",
  time: "de 10 a 15 minutos",
  text: ["El iPhone prepara el archivo sin avisar. Puedes usarlo mientras tanto. No lo apagues."],
  picture: { draw: "quarter", shows: "Dibujo de un reloj con un cuarto de hora iluminado" },
};

const find: GuideStep = {
  what: "Busca el archivo",
  time: "2 minutos",
  path: ["Configuración", "Privacidad y seguridad", "Análisis y mejoras", "Datos de análisis"],
  text: [
    "La lista es larga y va por orden alfabético. Baja hasta la letra s y toca el que empieza con sysdiagnose_ y la fecha de hoy.",
  ],
  fail: "¿No está? Espera otros diez minutos. Si sigue sin estar, pulsa otra vez los tres botones.",
  picture: {
    draw: "records",
    shows: "Dibujo de la lista de datos de análisis. El archivo sysdiagnose está iluminado",
    labels: ["sysdiagnose_2026.11…"],
  },
};

export const es: GuideWords = {
  title: "Saca un registro de tu iPhone",
  intro:
    "Tu iPhone puede escribir un archivo con lo que pasó por dentro en los últimos días. Apple lo llama sysdiagnose. No lleva tus fotos ni el texto de tus mensajes. Sí lleva nombres de cuentas, de redes y de apps.",
  takes: "De 20 a 30 minutos, casi todo espera · de 100 a 500 MB · sin contraseña",
  care: {
    title: "Hazlo antes de reiniciar o actualizar",
    text: "Algunos rastros se pierden al apagar el iPhone. Desde iOS 26, el diario de apagado puede quedarse con el último encendido y nada más. Tampoco lo restablezcas todavía.",
  },
  variants: [
    {
      id: "computer",
      name: "Con una computadora",
      steps: [
        press,
        wait,
        find,
        {
          what: "Pásalo a la computadora",
          time: "5 minutos",
          text: [
            "Toca el botón Compartir. Con una Mac, usa AirDrop. Con Windows o Linux, guárdalo en una memoria USB conectada al iPhone, con adaptador si hace falta.",
          ],
          fail: "Evita iCloud, correo y WhatsApp: dejan una copia en una cuenta que otra persona podría ver.",
          picture: {
            draw: "send",
            shows: "Dibujo de un iPhone con el signo de compartir y una flecha hacia una computadora, iluminados",
          },
        },
      ],
    },
    {
      id: "phone",
      name: "Con el puro celular",
      steps: [
        press,
        wait,
        find,
        {
          what: "Guárdalo en el propio iPhone",
          time: "2 minutos",
          text: [
            "Toca el botón Compartir y elige «Guardar en Archivos». Escoge «En mi iPhone», no «iCloud Drive».",
            "El iPhone tira los suyos después de un tiempo. La copia que guardas se queda.",
          ],
          fail: "¿Alguien más abre tu iPhone? Entonces pásalo pronto a otro aparato, o habla antes con una línea de ayuda.",
          picture: {
            draw: "share",
            shows: "Dibujo del menú para compartir. El signo y Guardar en Archivos están iluminados",
            labels: ["Copiar", "Guardar en Archivos"],
          },
        },
      ],
    },
  ],
  asides: [
    {
      title: "Cómo guardarlo bien",
      text: [
        "No cambies el nombre: lleva la fecha y la hora. Anota en papel cuándo lo sacaste y qué te hizo sospechar.",
        "Si lo va a leer también una línea de ayuda, pregúntale por dónde enviarlo: nunca por correo normal.",
      ],
    },
    {
      title: "Ya lo reinicié o lo actualicé",
      text: [
        "Hazlo de todos modos. Se pierde una parte, y otra queda: fallos de programas, apps instaladas, perfiles y aparatos de tu cuenta.",
        "En la lista de datos de análisis puede haber registros más viejos. Guárdalos también: son de antes.",
      ],
    },
  ],
  shows: [
    "Muestra los programas que corrían y los que fallaron, y cómo se apagó el iPhone. También apps instaladas, perfiles y por dónde sale la conexión.",
    "Ayuda a ver quién más tiene acceso: computadoras vinculadas y aparatos de tu cuenta de Apple.",
    "Unas partes son de ese momento; otras, de días o semanas.",
    "No muestra mensajes, llamadas ni páginas visitadas. Un programa que no dejó rastro no aparece.",
    "Con un respaldo se ve más lejos. Si puedes, haz las dos cosas: primero esta, después el respaldo con contraseña.",
  ],
};
