/**
 * Spanish, the source. Names of menus are those of Apple's help pages in Mexican Spanish (support.apple.com/kb/HT203790, es_LA);
 * commands those of the manual of libimobiledevice.
 * @module
 */
import type { GuideStep, GuideWords } from "../guide.ts";

const connect: GuideStep = {
  what: "Conecta el iPhone con su cable",
  time: "1 minuto",
  text: ["Desbloquéalo. Pregunta si confías en esta computadora: toca Confiar y escribe el código del iPhone."],
  fail: "¿No pregunta nada? Desbloquéalo otra vez, o prueba otro cable u otro puerto. Hay cables que cargan y no pasan datos.",
  picture: {
    draw: "trust",
    shows: "Dibujo de un iPhone que pregunta si confías en la computadora. El botón Confiar está iluminado",
    labels: ["¿Confiar en esta", "computadora?", "Confiar"],
  },
};

const encrypt = (all: string): GuideStep => ({
  what: "Pide un respaldo con contraseña",
  time: "2 minutos",
  text: [
    `En la parte Respaldos elige «${all}». Después marca «Encriptar respaldo local».`,
    "Te pide una contraseña nueva. No es el código del iPhone. La eliges tú.",
  ],
  fail: "¿Ya estaba marcada y no sabes la contraseña? No la quites. Abajo dice qué hacer.",
  alone: { fail: "¿Ya estaba marcada y no sabes la contraseña? No la quites. Una línea de ayuda te dice qué hacer." },
  picture: {
    draw: "encrypt",
    shows: "Dibujo de la parte Respaldos. La casilla Encriptar respaldo local está iluminada",
    labels: ["Respaldos", "Todos los datos", "Encriptar respaldo local"],
  },
});

const paper: GuideStep = {
  what: "Anota la contraseña en papel",
  time: "1 minuto",
  text: [
    "Sin ella nadie puede abrir el respaldo: tampoco Apple, tampoco nosotros.",
    "Guarda el papel donde no lo vea quien te preocupa. No la guardes en el teléfono que vas a revisar.",
  ],
  picture: {
    draw: "paper",
    shows: "Dibujo de una hoja de papel con una contraseña escrita, iluminada",
    labels: ["cinco-palabras"],
  },
};

const wait: GuideStep = {
  what: "Pulsa «Respaldar ahora» y espera",
  time: "de 20 minutos a 2 horas",
  text: [
    "A veces empieza por sí mismo al poner la contraseña. Puedes hacer otra cosa, sin desconectar el cable.",
    "Terminó cuando la barra desaparece y el último respaldo dice la hora de ahora. Así sabes que está.",
  ],
  fail: "¿Se detuvo? Casi siempre falta espacio o se movió el cable. Libera espacio en la computadora, no en el teléfono, y repite.",
  picture: {
    draw: "back-up",
    shows: "Dibujo de la ventana del respaldo. El botón Respaldar ahora está iluminado, y debajo avanza una barra",
    labels: ["Último respaldo: hoy", "Respaldar ahora"],
  },
};

const copy: GuideStep = {
  what: "Copia la carpeta entera a otro lugar",
  time: "de 5 a 30 minutos",
  text: [
    "Mejor a un disco o memoria que guardes tú. Hace falta otra vez el mismo espacio. Trabajarás con la copia: la original queda como está.",
    "No la pongas en iCloud, OneDrive ni Drive: ahí podría verla otra persona.",
  ],
  fail: "¿No cabe? Puedes usar la original. Se abre para leer y no cambia.",
  picture: {
    draw: "copy",
    shows: "Dibujo de una carpeta iluminada y una flecha hacia un disco con su copia",
    labels: ["original", "copia"],
  },
};

export const es: GuideWords = {
  title: "Haz un respaldo con contraseña",
  intro:
    "Un respaldo es una copia de lo que guarda el iPhone, en la computadora. Con contraseña ve más lejos: Apple pone ahí las llamadas y las páginas de Safari, y en los otros no.",
  takes: "De 40 minutos a 3 horas, casi todo espera · de 5 a 120 GB, según lo que guarda el teléfono",
  care: {
    title: "Primero el respaldo. Antes no borres, restablezcas ni actualices el iPhone",
    text: "Tampoco quites apps ni perfiles raros: se pierden rastros, y quien los puso puede darse cuenta.",
  },
  variants: [
    {
      id: "mac",
      name: "Mac",
      steps: [
        connect,
        {
          what: "Abre tu iPhone en el Finder",
          time: "1 minuto",
          path: ["Finder", "Ubicaciones", "tu iPhone", "General"],
          text: ["Está en la columna de la izquierda. En una Mac con macOS 10.14 o anterior, abre iTunes."],
          fail: "¿No aparece? Desconecta el cable, desbloquea el iPhone y conéctalo otra vez.",
          picture: {
            draw: "sidebar",
            shows: "Dibujo de una ventana del Finder. El iPhone está iluminado en la columna de la izquierda",
            labels: ["Ubicaciones", "iPhone"],
          },
        },
        encrypt("Respaldar todos los datos de tu iPhone en esta Mac"),
        paper,
        wait,
        {
          what: "Encuentra la carpeta",
          time: "2 minutos",
          text: [
            "En la misma ventana pulsa «Administrar respaldos…». Haz clic derecho en el de hoy y elige «Mostrar en Finder».",
            "La carpeta tiene un nombre largo de letras y números. Dentro está Manifest.db.",
          ],
          picture: {
            draw: "manage",
            shows: "Dibujo de la lista de respaldos con su menú. Mostrar en Finder está iluminado",
            labels: ["iPhone, hoy", "Mostrar en Finder"],
          },
        },
        {
          ...copy,
          text: [
            "Arrástrala con la tecla Opción pulsada: así se copia. Hazlo siempre, porque macOS no deja que el navegador entre donde está.",
            "Mejor a un disco o memoria que guardes tú. En el escritorio cuida que no se copie a iCloud.",
          ],
          fail: "¿Dice que no tienes permiso? Arrastra la carpeta desde la ventana que se abrió, sin buscarla por otro lado.",
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
          text: ["Está en Microsoft Store. Si ya tienes iTunes, sirve igual."],
          fail: "¿Tu Windows es viejo y no la tiene? Instala iTunes desde la página de Apple.",
          picture: {
            draw: "store",
            shows: "Dibujo de Microsoft Store con la app Dispositivos Apple. El botón Obtener está iluminado",
            labels: ["Dispositivos Apple", "Obtener"],
          },
        },
        connect,
        {
          what: "Abre tu iPhone en la app",
          time: "1 minuto",
          path: ["Dispositivos Apple", "tu iPhone", "General"],
          text: ["En iTunes la pestaña se llama Resumen."],
          picture: {
            draw: "sidebar",
            shows: "Dibujo de la ventana de Dispositivos Apple. El iPhone está iluminado en la columna de la izquierda",
            labels: ["Dispositivos", "iPhone"],
          },
        },
        encrypt("Respaldar todos los datos de tu iPhone en esta computadora"),
        paper,
        wait,
        {
          what: "Encuentra la carpeta",
          time: "2 minutos",
          text: [
            "Abre el Explorador de archivos. Pega arriba, en la barra de la ruta, una de estas dos líneas. La segunda es para el iTunes de la página de Apple.",
          ],
          type: ["%USERPROFILE%\\Apple\\MobileSync\\Backup", "%APPDATA%\\Apple Computer\\MobileSync\\Backup"],
          fail: "La carpeta tiene un nombre largo de letras y números. Si hay varias, es la de hoy. Dentro está Manifest.db.",
          picture: {
            draw: "path-bar",
            shows: "Dibujo del Explorador de archivos. La barra de la ruta está iluminada",
            labels: ["%USERPROFILE%\\Apple\\…", "00008030-001A…"],
          },
        },
        copy,
      ],
    },
    {
      id: "linux",
      name: "Linux",
      steps: [
        {
          what: "Instala libimobiledevice",
          time: "5 minutos",
          text: ["Está en casi todas las distribuciones. En Debian y Ubuntu el paquete se llama así:"],
          type: ["sudo apt install libimobiledevice-utils"],
          picture: {
            draw: "terminal",
            shows: "Dibujo de una terminal con la orden que instala el programa, iluminada",
            labels: ["apt install libimobiledevice…"],
          },
        },
        {
          ...connect,
          text: ["Desbloquéalo y escribe esta orden. Acepta en el iPhone, y escribe su código."],
          type: ["idevicepair pair"],
          fail: "¿Dice que no hay aparato? Desbloquea el iPhone, prueba otro cable y repite la orden.",
        },
        {
          what: "Pide un respaldo con contraseña",
          time: "2 minutos",
          text: [
            "Esta orden pregunta la contraseña nueva y no la muestra. No la escribas dentro de la orden: quedaría guardada.",
          ],
          type: ["idevicebackup2 -i encryption on"],
          fail: "¿Dice que ya estaba activada y no sabes la contraseña? No la quites. Abajo dice qué hacer.",
          alone: {
            fail: "¿Dice que ya estaba activada y no sabes la contraseña? No la quites. Una línea de ayuda te dice qué hacer.",
          },
          picture: {
            draw: "terminal",
            shows: "Dibujo de una terminal con la orden que activa la contraseña, iluminada",
            labels: ["idevicebackup2 -i encryption on"],
          },
        },
        paper,
        {
          what: "Haz el respaldo",
          time: "de 20 minutos a 2 horas",
          text: [
            "Elige un disco con espacio y escribe ahí las dos órdenes. El iPhone puede pedir su código otra vez.",
            "Terminó bien si la última línea dice «Backup Successful».",
          ],
          type: ["mkdir respaldo", "idevicebackup2 backup --full respaldo"],
          fail: "¿Se cortó? Borra esa carpeta nueva, que está a medias, y repite. El teléfono no cambió.",
          picture: {
            draw: "terminal",
            shows: "Dibujo de una terminal con la orden que hace el respaldo, iluminada",
            labels: ["idevicebackup2 backup --full …"],
          },
        },
        {
          what: "Mira que esté",
          time: "1 minuto",
          text: [
            "En «respaldo» hay una carpeta con el número del iPhone. Dentro está Manifest.db. Esa carpeta es la que traes.",
          ],
          picture: {
            draw: "inside",
            shows: "Dibujo de la carpeta del respaldo. El archivo Manifest.db está iluminado",
            labels: ["00008030-001A…", "Manifest.db"],
          },
        },
      ],
    },
  ],
  asides: [
    {
      title: "Ya tenía contraseña y no la sé",
      text: [
        "La contraseña se elige una vez y queda en el iPhone, aunque cambies de computadora. Pudo elegirla otra persona que lo conectó: cuéntaselo a quien te ayude.",
      ],
      list: [
        "Prueba las que usabas entonces: la de tu cuenta de Apple, la de la computadora, la de una computadora vieja. Nada se bloquea por intentar.",
        "En una Mac abre la app Acceso a Llaveros y busca «iPhone Backup» o «iOS Backup».",
        "Haz el respaldo de todos modos, con la contraseña que tiene. Guárdalo: es evidencia, y la contraseña puede aparecer después.",
        "Mientras, saca un registro del iPhone (sysdiagnose). No pide contraseña.",
        "Apple permite quitarla con «Restablecer configuración». No borra fotos ni mensajes, pero cambia el iPhone y se lleva rastros. No lo hagas antes de hablar con una línea de ayuda.",
      ],
    },
    {
      title: "Ya había un respaldo en esta computadora",
      text: [
        "Cópialo a otro disco antes de hacer el nuevo. El programa de Apple lo reemplaza, y uno viejo puede tener rastros que hoy ya no están.",
        "Un respaldo sin contraseña también se puede revisar. Ve menos, y el resultado dice qué faltó.",
      ],
    },
    {
      title: "Dónde queda la carpeta",
      text: ["Cada respaldo es una carpeta con un nombre largo. Dentro hay un archivo Manifest.db."],
      paths: [
        ["Mac", "~/Library/Application Support/MobileSync/Backup"],
        ["Windows, Dispositivos Apple o iTunes de Microsoft Store", "%USERPROFILE%\\Apple\\MobileSync\\Backup"],
        ["Windows, iTunes de la página de Apple", "%APPDATA%\\Apple Computer\\MobileSync\\Backup"],
        ["Linux", "respaldo/"],
      ],
    },
    {
      title: "Un respaldo de iCloud no sirve aquí",
      text: ["Está en los equipos de Apple y no se puede traer como archivo. Hace falta una computadora y un cable."],
    },
  ],
  shows: [
    "Muestra mensajes con enlaces, páginas visitadas, llamadas, permisos, perfiles y programas que usaron la red.",
    "Sin contraseña muestra menos: faltan llamadas, páginas de Safari y otros datos.",
    "No muestra el diario de apagado ni los fallos de programas: esos están en un registro (sysdiagnose). Tampoco programas que no dejan rastro, ni lo de antes de sus registros más viejos.",
  ],
};
