/** Spanish, the source. Names of menus as iOS, macOS and the Apple app for Windows have them in Mexican Spanish. @module */
import type { GuideWords } from "../guide.ts";

export const es: GuideWords = {
  title: "Haz un respaldo con contraseña",
  intro:
    "Un respaldo es una copia del iPhone en la computadora. Con contraseña guarda más: llamadas, páginas visitadas y contraseñas. Por eso ve más lejos.",
  care: {
    title: "No borres, restablezcas ni actualices el iPhone antes",
    text: "Primero el respaldo. Después habrá tiempo para lo demás.",
  },
  variants: [
    {
      id: "mac",
      name: "Mac",
      steps: [
        {
          what: "Conecta el iPhone con el cable",
          time: "1 minuto",
          text: ["Desbloquéalo. Si pregunta si confías en esta computadora, toca Confiar y escribe tu código."],
          fail: "¿No pregunta nada? Prueba otro cable u otro puerto.",
        },
        {
          what: "Abre tu iPhone en Finder",
          time: "1 minuto",
          path: ["Finder", "Ubicaciones", "tu iPhone", "General"],
          text: ["Está en la columna de la izquierda de la ventana."],
        },
        {
          what: "Pide un respaldo con contraseña",
          time: "2 minutos",
          text: [
            "Elige «Respaldar todos los datos de tu iPhone en esta Mac» y marca «Encriptar respaldo local».",
            "Escribe una contraseña que recuerdes. Anótala en papel: sin ella nadie podrá abrir el respaldo.",
          ],
          fail: "¿Ya estaba marcada y no sabes la contraseña? Deja el respaldo sin cambios y habla con una línea de ayuda.",
        },
        {
          what: "Pulsa «Respaldar ahora» y espera",
          time: "de 20 minutos a 2 horas",
          text: ["No desconectes el cable hasta que termine. Abajo verás la fecha y la hora del último respaldo."],
        },
        {
          what: "Encuentra la carpeta",
          time: "2 minutos",
          text: [
            "En la misma ventana pulsa «Administrar respaldos…». Haz clic derecho en el nuevo y elige «Mostrar en Finder».",
            "Arrastra esa carpeta al escritorio con la tecla Opción pulsada: así se copia. El navegador no puede entrar donde está.",
          ],
        },
      ],
    },
    {
      id: "windows",
      name: "Windows",
      steps: [
        {
          what: "Instala la app Dispositivos Apple",
          time: "5 minutos",
          text: ["Está en Microsoft Store. Si ya tienes iTunes, también sirve."],
        },
        {
          what: "Conecta el iPhone con el cable",
          time: "1 minuto",
          text: ["Desbloquéalo. Si pregunta si confías en esta computadora, toca Confiar y escribe tu código."],
          fail: "¿No pregunta nada? Prueba otro cable u otro puerto.",
        },
        {
          what: "Pide un respaldo con contraseña",
          time: "2 minutos",
          path: ["Dispositivos Apple", "tu iPhone", "General"],
          text: [
            "En Respaldos elige «Respaldar todos los datos de tu iPhone en esta computadora» y marca «Encriptar respaldo local».",
            "Escribe una contraseña que recuerdes. Anótala en papel: sin ella nadie podrá abrir el respaldo.",
          ],
          fail: "¿Ya estaba marcada y no sabes la contraseña? Deja el respaldo sin cambios y habla con una línea de ayuda.",
        },
        {
          what: "Pulsa «Respaldar ahora» y espera",
          time: "de 20 minutos a 2 horas",
          text: ["No desconectes el cable hasta que termine."],
        },
        {
          what: "Encuentra la carpeta",
          time: "2 minutos",
          text: [
            "Abre el Explorador de archivos y escribe arriba: %USERPROFILE%\\Apple\\MobileSync\\Backup. Con iTunes: %APPDATA%\\Apple Computer\\MobileSync\\Backup.",
            "La carpeta tiene un nombre largo de letras y números.",
          ],
        },
      ],
    },
  ],
  shows: [
    "Muestra mensajes con enlaces, páginas visitadas, permisos, perfiles y programas que usaron la red.",
    "No muestra programas que no dejan rastro, ni lo que pasó antes de sus registros más viejos.",
  ],
};
