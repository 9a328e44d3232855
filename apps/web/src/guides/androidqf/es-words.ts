/** Spanish, the source. What is collected and left: packages/acquire; menus: Android's own instructions for USB debugging. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const developer: GuideStep = {
  what: "Abre las opciones de desarrollador",
  time: "1 minuto",
  path: ["Ajustes", "Acerca del teléfono", "Número de compilación"],
  text: [
    "Toca ese renglón siete veces seguidas. En Samsung está en «Información de software»; en Xiaomi es la versión del SO.",
  ],
  fail: "¿No pasa nada? Busca «compilación» en el buscador de los ajustes.",
  picture: {
    draw: "taps",
    shows: "Dibujo de la pantalla sobre el teléfono. El renglón que se toca siete veces está iluminado",
    labels: ["Núm. de compilación", "7 ×"],
  },
};

const debugging: GuideStep = {
  what: "Enciende la depuración por USB",
  time: "1 minuto",
  path: ["Ajustes", "Sistema", "Opciones de desarrollador", "Depuración por USB"],
  text: ["Deja que una computadora lea el teléfono por el cable. Después se vuelve a cerrar."],
  picture: {
    draw: "switch",
    shows: "Dibujo de los ajustes. El interruptor de la depuración por USB está iluminado",
    labels: ["Depuración por USB"],
  },
};

const cable: GuideStep = {
  what: "Conecta el cable y acepta",
  time: "1 minuto",
  text: [
    "Desbloquea el teléfono y conéctalo. Pregunta si permites la depuración. Acepta por esta vez, sin marcar «siempre».",
  ],
  fail: "¿No pregunta? Prueba otro cable: algunos nada más cargan. Elige «Transferir archivos» en el aviso del USB.",
  picture: { draw: "cable", shows: "Dibujo de un teléfono conectado a una computadora con su cable, iluminado" },
};

const unlocked: GuideStep = {
  what: "Conecta el cable y desbloquea el celular",
  time: "1 minuto",
  text: ["Déjalo desbloqueado. Todavía no pregunta nada: lo hará cuando esta página se conecte."],
  alone: { text: ["Déjalo desbloqueado. Todavía no pregunta nada: lo hará cuando el programa se conecte."] },
  fail: "Usa un cable que pase datos: algunos nada más cargan.",
  picture: { draw: "cable", shows: "Dibujo de un teléfono conectado a una computadora con su cable, iluminado" },
};

const here: GuideStep = {
  what: "Deja que esta página lo copie",
  time: "de 10 a 40 minutos",
  text: [
    "Primero te preguntamos qué permites. Luego tocas «Conectar el celular», lo eliges en la lista del navegador y aceptas en el celular.",
    "No se instala ni se cambia nada en él. Al terminar se revisa aquí mismo, y puedes guardar la copia.",
  ],
  fail: "¿No sale en la lista? Cierra adb y Android Studio: el cable sirve a un programa a la vez.",
};

const collect: GuideStep = {
  what: "Junta lo que hace falta",
  time: "de 10 a 40 minutos",
  text: [
    "Necesita el programa Contraluz en la computadora. Escribe la orden en la terminal. No cambia ni instala nada en el teléfono.",
    "Queda una carpeta. La orden la revisa al terminar, y esta página también puede leerla.",
  ],
  alone: {
    text: [
      "Necesita el programa Contraluz en la computadora. Escribe la orden en la terminal. No cambia ni instala nada en el teléfono.",
      "Queda una carpeta. La orden la revisa al terminar.",
    ],
  },
  type: ["npx contraluz acquire android"],
  fail: "¿Se cortó? Repite la orden con la misma carpeta: sigue donde iba.",
  picture: {
    draw: "terminal",
    shows: "Dibujo de una terminal. La orden está iluminada",
    labels: ["contraluz acquire android"],
  },
};

export const es: GuideWords = {
  title: "Revisa tu Android por cable",
  intro:
    "Con una computadora se ve más que con el puro teléfono: todas las apps y su firma, los archivos de lugares raros, los ajustes y el informe de errores. Los mensajes de texto no se leen sin tu permiso.",
  takes: "De 20 a 60 minutos · de 50 a 2,000 MB · un cable",
  care: {
    title: "Antes de conectarlo",
    text: "Usa una computadora de confianza. Si hay una app para vigilarte, no la quites todavía: quien la puso puede notarlo. Hazlo con el permiso de la persona dueña del teléfono.",
  },
  variants: [
    { id: "page", name: "Desde esta página", steps: [developer, debugging, unlocked, here] },
    { id: "computer", name: "Con el programa", steps: [developer, debugging, cable, collect] },
  ],
  asides: [
    {
      title: "Ya tengo una copia hecha con AndroidQF",
      text: [
        "Sirve tal cual: la carpeta, el zip, o el archivo cifrado .zip.age con su llave o contraseña.",
        "Dentro puede haber un informe de errores, un respaldo y registros de intrusiones. Se leen juntos.",
      ],
    },
    {
      title: "Cuando termines",
      text: ["La computadora queda con permiso de entrar por cable hasta que se lo retires."],
      list: [
        "En las opciones de desarrollador, elige «Revocar autorizaciones de depuración por USB».",
        "Cierra la depuración por USB y las opciones de desarrollador.",
        "Guarda la carpeta donde nadie más la vea: dice mucho de ti.",
      ],
    },
  ],
  shows: [
    "Muestra cada app con su firma, aunque tenga otro nombre, y archivos que alguien dejó en el teléfono.",
    "También quién puede leer la pantalla, los avisos o administrar el teléfono, y los ajustes que alguien bajó.",
    "No ve dentro de los datos de las apps. Un programa que se esconde por debajo del sistema puede no aparecer.",
  ],
};
