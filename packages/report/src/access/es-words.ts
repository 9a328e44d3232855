/** Spanish, the source. @module */
import { count, plural } from "@contraluz/core";
import { esAndroid } from "./es-android-words.ts";
import type { AccessWords } from "./words.ts";

export const es: AccessWords = {
  title: "¿Quién más tiene acceso?",
  intro:
    "Muchas veces nadie puso un programa espía. Alguien tiene una cuenta compartida, un aparato vinculado o el control que da el trabajo. Aquí está cada manera de entrar, y cómo mirarla.",
  careTitle: "Antes de quitar algo",
  care: [
    {
      what: "Guarda primero lo que se ve",
      why: "Toma fotos de la pantalla con otro aparato y conserva este archivo. Lo que quitas ya no se puede mostrar.",
    },
    {
      what: "Quien lo puso puede darse cuenta",
      why: "Al quitar un aparato, un perfil o una cuenta, la otra persona puede recibir un aviso o perder el acceso de golpe.",
    },
    {
      what: "Si es tu pareja, tu familia o alguien que te ha hecho daño, habla antes con alguien",
      why: "Quitarle el acceso puede enojar a esa persona. Una línea de ayuda planea contigo cuándo y cómo. Escríbele desde otro aparato.",
    },
  ],
  asked: "Lo que conviene que mires tú",
  dark: "Lo que no se ve aquí",
  darkIntro: "Este archivo no lo muestra. Se mira a mano, en el celular.",
  quiet: "Lo que leímos y no pregunta nada",
  quietIntro: "En lo que pudimos leer no hay nada por preguntar. Lo que ya dijiste que conoces no vuelve a salir.",
  can: "Qué permite",
  here: "Qué hay aquí",
  look: "Cómo mirarlo en el celular",
  act: "Qué hacer, con calma",
  list: (n, name): string => `${name}: ${count(n)} ${plural(n, "registro", "registros")}.`,
  listMore: "Nadie más que tú puede decir si los conoces. Están entre los registros leídos.",
  unseen: (names): string => `No pudimos ver: ${names}.`,
  more: (n): string => `Y ${count(n)} más, en la lista de todo lo que vimos.`,
  number: (id): string => `núm. ${id}`,
  menus: "Los nombres de los menús cambian con las versiones. Si no los encuentras, busca unos parecidos.",
  inReport: "Cómo mirar cada cosa en el celular, y qué pensar antes de quitar algo, está en el informe.",
  kinds: {
    ...esAndroid,
    organisation: {
      name: "El trabajo, la escuela u otra organización",
      can: "Poner y quitar apps, cambiar ajustes, dirigir la conexión, ubicar el celular y borrarlo.",
      look: "Abre Configuración. Si hasta arriba dice que una organización supervisa este iPhone, lo está. Mira también General › VPN y administración de dispositivos.",
      act: "Si el celular es del trabajo, usa otro para lo tuyo. Si es tuyo, no lo borres: muéstralo a una línea de ayuda.",
    },
    profiles: {
      name: "Perfiles",
      can: "Cambiar cómo funciona el celular: por dónde sale la conexión, en qué certificados confía, qué cuentas tiene.",
      look: "Configuración › General › VPN y administración de dispositivos. Toca cada perfil y lee qué contiene.",
      act: "Anota su nombre, de quién dice ser y qué contiene. Cuando esté guardado, ahí mismo se puede eliminar.",
    },
    certificates: {
      name: "Certificados agregados",
      can: "Leer páginas y apps cifradas, si la conexión pasa por la red de quien lo tiene.",
      look: "Configuración › General › Información › Configuración de confianza de los certificados. En un celular nuevo no hay ninguno en la lista de confianza.",
      act: "Toma una foto de la lista. Un interruptor apagado quita la confianza y se puede volver a encender.",
    },
    connection: {
      name: "VPN, DNS, filtros y proxy",
      can: "Ver con quién te conectas, y a veces cambiar lo que llega.",
      look: "Configuración › General › VPN y administración de dispositivos. Mira también Configuración › Wi-Fi, la letra i junto a tu red, y ahí DNS y Proxy.",
      act: "Anota el nombre y el servidor. Si no es tuyo ni de una app que conoces, pregunta antes de apagarlo.",
    },
    apps: {
      name: "Apps de fuera de la App Store",
      can: "Lo que tú le permitiste: micrófono, cámara, ubicación, contactos. Apple no las revisó.",
      look: "Configuración › General › VPN y administración de dispositivos muestra empresas y desarrolladores. Busca la app en Configuración › General › Almacenamiento del iPhone.",
      act: "No la borres todavía: con ella se van sus datos. Toma fotos, guarda un respaldo y muéstrala a quien te ayude.",
    },
    computers: {
      name: "Computadoras vinculadas",
      can: "Copiar el celular entero e instalarle cosas, cuando se conecta por cable o en la misma red.",
      look: "El iPhone no muestra esta lista. Piensa con qué computadoras lo conectaste y tocaste Confiar, o quién más pudo hacerlo con tu código.",
      act: "Cambia el código del iPhone si alguien lo sabe. Con la evidencia ya guardada, una línea de ayuda te dice cómo hacer que olvide las computadoras.",
    },
    messengers: {
      name: "Aparatos vinculados a WhatsApp y otras apps",
      can: "Leer y escribir tus mensajes desde otro aparato, al mismo tiempo que tú.",
      look: "WhatsApp: Configuración › Dispositivos vinculados. Signal: Configuración › Dispositivos vinculados. Telegram: Configuración › Dispositivos. Los de Signal y Telegram se miran nada más ahí.",
      act: "Toma una foto de la lista con otro aparato. Al cerrar una sesión, quien la usa lo nota enseguida.",
    },
    account: {
      name: "Aparatos de tu cuenta de Apple",
      can: "Ver fotos, notas, mensajes, contraseñas y dónde estás, desde otro teléfono o computadora con tu cuenta.",
      look: "Configuración › tu nombre. Baja: ahí está cada aparato de tu cuenta. Mira también Inicio de sesión y seguridad, y los números de confianza.",
      act: "Toma una foto de la lista. Después, desde un aparato que nadie más usa, cambia la contraseña y quita el que no es tuyo.",
    },
    accounts: {
      name: "Otras cuentas en el celular",
      can: "Traer o llevarse correo, contactos y calendarios; comprar apps y ver cuáles tienes.",
      look: "Configuración › Apps › Correo › Cuentas (antes, Configuración › Correo › Cuentas). Y App Store › tu foto, para la cuenta de las compras.",
      act: "Anota cada cuenta que no reconoces. Quitarla borra del celular lo que trajo: hazlo después de guardar un respaldo.",
    },
    sharing: {
      name: "Lo que compartes: ubicación, familia, fotos, calendarios",
      can: "Saber dónde estás, qué compras, y ver fotos o citas, sin tocar tu celular.",
      look: "App Encontrar › Personas. Configuración › Familia. Fotos › Álbumes compartidos. Calendario › Calendarios. Notas y recordatorios: los que tienen el signo de una persona.",
      act: "Dejar de compartir la ubicación se nota. Piensa primero qué haría la otra persona, y háblalo con una línea de ayuda.",
    },
  },
};
