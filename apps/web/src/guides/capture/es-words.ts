/** Spanish, the source. Facts: network.md 3(a); commands and menus of OpenWrt, Wireless Diagnostics, pktmon and PCAPdroid as commonly known, not tried on each. @module */
import type { GuideStep, GuideWords } from "../guide.ts";

const move: GuideStep = {
  what: "Espera y muévete por el cuarto",
  time: "15 minutos o más",
  text: [
    "A la mitad entra, prende la luz y camina: muchas cámaras mandan más cuando algo se mueve.",
    "Si es por tu teléfono: úsalo un poco, manda un mensaje, y después déjalo quieto.",
  ],
  picture: { draw: "quarter", shows: "Dibujo de un reloj con un cuarto de hora iluminado" },
};

const pick: GuideStep = {
  what: "Elige el archivo en esta página",
  alone: { what: "Revísalo con la página de Contraluz" },
  time: "1 minuto",
  text: ["Termina en .pcap o .pcapng. También sirve comprimido (.gz), o una carpeta con varios."],
};

const router: GuideStep = {
  what: "Entra a tu router y empieza a guardar",
  time: "5 minutos",
  text: [
    "Busca «captura de paquetes», «packet capture» o «sniffer». Lo ofrecen FRITZ Box, OpenWrt, MikroTik y pfSense.",
    "Elige la red de casa, no la salida a internet: de afuera todos parecen uno mismo.",
  ],
  fail: "¿Tu router no lo ofrece, o lo administra alguien que te preocupa? Usa otra de las formas.",
};

const air: GuideStep = {
  what: "Abre el diagnóstico inalámbrico de la Mac",
  time: "2 minutos",
  path: ["Opción y clic en el signo de Wi-Fi", "Abrir Diagnóstico inalámbrico", "Ventana", "Sniffer"],
  text: ["Escoge un canal y toca «Iniciar». Mientras escucha no tienes internet."],
  fail: "¿No sale? Aprieta la tecla Opción antes del clic.",
};

const channels: GuideStep = {
  what: "Detén, y repite con otros canales",
  time: "de 15 a 40 minutos",
  text: [
    "Los canales 1, 6 y 11, y los que empiezan con 36. La cámara usa el de su red.",
    "Los archivos quedan en el escritorio o en /var/tmp.",
  ],
};

const share: GuideStep = {
  what: "Comparte la conexión de tu computadora",
  time: "5 minutos",
  path: ["Configuración", "Red e Internet", "Zona con cobertura inalámbrica móvil"],
  text: [
    "En Mac: Ajustes del Sistema, General, Compartir, Compartir Internet, con la Mac conectada por cable.",
    "Conecta a esa red el teléfono que quieres revisar, y ningún otro.",
  ],
};

const record: GuideStep = {
  what: "Empieza a guardar",
  time: "1 minuto",
  text: ["Windows, en una terminal de administrador. En Mac: sudo tcpdump -i bridge100 -s 0 -w red.pcap"],
  type: ["pktmon start --capture --pkt-size 0 --file-name red.etl"],
  fail: "¿Dice que no tienes permiso? Abre la terminal como administrador.",
};

const stop: GuideStep = {
  what: "Detén y convierte el archivo",
  time: "1 minuto",
  text: ["En Mac basta con apretar Ctrl y C."],
  type: ["pktmon stop", "pktmon etl2pcap red.etl --out red.pcapng"],
};

const droid: GuideStep = {
  what: "Instala PCAPdroid y elige «Archivo PCAP»",
  time: "5 minutos",
  text: [
    "Es de código abierto; está en Google Play y en F-Droid. Toca el triángulo para empezar.",
    "Guarda lo que hace ese teléfono y nada más. No descifra nada.",
  ],
  fail: "¿Usas una VPN? Se cierra mientras guarda. Si la necesitas para protegerte, no lo hagas.",
};

export const es: GuideWords = {
  title: "Guarda un rato de tu red",
  intro:
    "Se guarda en un archivo lo que pasa por la red, y Contraluz dice qué aparatos hablaron. Sirve para buscar una cámara escondida, o para ver con quién habla tu teléfono. No hace falta comprar nada.",
  takes: "De 20 a 60 minutos · de 1 a 2,000 MB",
  care: {
    title: "En tu red, o con permiso",
    text: "El archivo lleva los sitios que visitó toda la casa. Hazlo en tu red, o con permiso de quien la tiene. Si encuentras algo, no lo toques todavía: quien lo puso puede notarlo.",
  },
  variants: [
    { id: "router", name: "Con el router", steps: [router, move, pick] },
    { id: "air", name: "Con una Mac que escucha", steps: [air, move, channels, pick] },
    { id: "bridge", name: "Tu computadora de puente", steps: [share, record, move, stop, pick] },
    { id: "phone", name: "Con un Android", steps: [droid, move, pick] },
  ],
  asides: [
    {
      title: "¿Cuál elijo?",
      text: [
        "Para una cámara: el router, o la Mac. Para tu teléfono: la computadora de puente, o el Android.",
        "De puente se ve nada más lo que conectas a tu computadora, no los demás aparatos de la casa.",
      ],
    },
  ],
  shows: [
    "Muestra qué aparatos hablaron, de qué marca son, qué dicen de sí, cuánto mandan y a dónde. También si uno parece una cámara.",
    "No se ven las cámaras que guardan en una tarjeta, las que usan su propio chip o su propia red, ni las que no están prendidas. Tampoco las de radio sin Wi-Fi, ni las de otro canal o de 5 GHz.",
    "Lo que va cifrado queda cifrado: se ve con quién y cuánto, no qué dice.",
  ],
};
