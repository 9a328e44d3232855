/**
 * Spanish, the source. How it is made: Android's own instructions (developer options, bug report); names of menus as the makers
 * print them. The file picker of Android lists bug reports by themselves while the developer options are on (AOSP, BugreportStorageProvider).
 * @module
 */
import type { GuideStep, GuideVariant, GuideWords } from "../guide.ts";

const report: GuideStep = {
  what: "Pide el informe completo",
  time: "1 minuto",
  path: ["Ajustes", "Sistema", "Opciones de desarrollador", "Informe de errores"],
  text: [
    "En Samsung, Xiaomi y otros, «Opciones de desarrollador» está al final de los ajustes o en «Ajustes adicionales».",
    "Elige «Informe completo». El interactivo también sirve.",
  ],
  fail: "¿No encuentras el menú? Escribe «errores» en el buscador de los ajustes.",
  picture: {
    draw: "row",
    shows: "Dibujo de las opciones de desarrollador. El renglón del informe de errores está iluminado",
    labels: ["Informe de errores"],
  },
};

const wait: GuideStep = {
  what: "Espera el aviso",
  time: "de 3 a 10 minutos",
  text: ["El teléfono prepara el archivo. Puede ponerse lento. Al terminar sale un aviso arriba."],
  picture: { draw: "quarter", shows: "Dibujo de un reloj con un cuarto de hora iluminado" },
};

const onPhone: GuideStep = {
  what: "Elígelo en esta página",
  alone: {
    what: "Guárdalo en el teléfono",
    text: [
      "Toca el aviso, luego Compartir, y guárdalo en los archivos del teléfono. No en la nube.",
      "Lo revisa la página de Contraluz, en el mismo teléfono. También puede hacerlo contigo una línea de ayuda.",
    ],
  },
  time: "2 minutos",
  text: [
    "Abre esta página en el mismo teléfono. Al elegir el archivo, abre el menú de las tres rayas y toca «Informes de errores».",
    "Si no sale, toca el aviso, luego Compartir, y guárdalo en los archivos del teléfono. No en la nube.",
  ],
  fail: "¿No te deja guardarlo? Mándalo por cable a una computadora de confianza, o pide ayuda a una línea de ayuda.",
  picture: {
    draw: "share",
    shows: "Dibujo del menú para compartir. El signo y Guardar están iluminados",
    labels: ["Copiar", "Guardar en archivos"],
  },
};

const brand = (id: string, name: string, path: readonly string[], row: string): GuideVariant => ({
  id,
  name,
  steps: [
    {
      what: "Abre las opciones de desarrollador",
      time: "1 minuto",
      path,
      text: ["Toca ese renglón siete veces seguidas. Puede pedir el código del teléfono. No cambia nada más."],
      fail: "¿No pasa nada? Busca «compilación» en el buscador de los ajustes. En un teléfono del trabajo puede estar bloqueado.",
      picture: {
        draw: "taps",
        shows: "Dibujo de la pantalla sobre el teléfono. El renglón que se toca siete veces está iluminado",
        labels: [row, "7 ×"],
      },
    },
    report,
    wait,
    onPhone,
  ],
});

export const es: GuideWords = {
  title: "Saca un informe de errores de tu Android",
  intro:
    "Tu teléfono puede escribir un archivo con lo que pasó por dentro: qué apps tiene, quién las instaló, qué permisos usan y qué corrió hace poco. No lleva tus fotos ni tus mensajes. Sí lleva nombres de cuentas, de redes y de apps.",
  takes: "De 10 a 20 minutos, casi todo espera · de 5 a 60 MB · sin contraseña",
  care: {
    title: "Sácalo antes de tocar nada",
    text: "Si hay una app para vigilarte, quien la puso puede notar que la quitas. Primero guarda este archivo y habla con alguien que te ayude. No la desinstales, no restablezcas el teléfono y no lo reinicies todavía.",
  },
  variants: [
    brand(
      "pixel",
      "Google, Motorola",
      ["Ajustes", "Información del teléfono", "Número de compilación"],
      "Núm. de compilación",
    ),
    brand(
      "samsung",
      "Samsung",
      ["Ajustes", "Acerca del teléfono", "Información de software", "Número de compilación"],
      "Núm. de compilación",
    ),
    brand(
      "xiaomi",
      "Xiaomi, Redmi, POCO",
      ["Ajustes", "Sobre el teléfono", "Versión de MIUI o del SO"],
      "Versión del SO",
    ),
    brand(
      "other",
      "Otra marca",
      ["Ajustes", "Acerca del teléfono", "Versión", "Número de compilación"],
      "Núm. de compilación",
    ),
  ],
  asides: [
    {
      title: "Con una computadora",
      text: [
        "Toca el aviso, luego Compartir, y pásalo por Bluetooth o con una memoria USB. Evita correo, nube y chats: dejan copias.",
        "Por cable se ve más: mira la guía para revisar el teléfono con una computadora.",
      ],
    },
    {
      title: "Cuando ya lo tengas guardado",
      text: [
        "Cierra otra vez las opciones de desarrollador: arriba de ese menú hay un interruptor.",
        "El informe se queda en el teléfono. Bórralo desde su aviso si alguien más lo usa.",
      ],
    },
    {
      title: "Si encuentras una app para vigilar",
      text: [
        "Estas apps avisan a quien las puso, o dejan de mandar datos cuando las quitas. Eso puede ponerte en peligro.",
      ],
      list: [
        "No la abras ni la quites todavía.",
        "Habla de esto desde otro teléfono, que esa persona no pueda ver.",
        "Escribe a una línea de ayuda, y piensa con ella cuándo y cómo quitarla.",
        "Guarda este archivo: después de quitarla ya no se puede demostrar.",
      ],
    },
  ],
  shows: [
    "Muestra las apps, de dónde salieron, y cuáles pueden leer la pantalla o los avisos. También cuáles usaron micrófono, cámara o ubicación sin que las vieras.",
    "Otras cosas que dice: apps que se quitaron hace poco, computadoras con permiso de entrar por cable, VPN y quién administra el teléfono.",
    "No muestra mensajes, llamadas ni páginas visitadas. Un programa que se esconde por debajo del sistema puede no aparecer.",
    "Muchas partes son de ese momento o de pocos días. Si algo raro pasó, sácalo pronto.",
  ],
};
