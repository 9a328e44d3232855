/** Spanish, of a phone with Android. Names of menus as Google's help pages have them; Samsung and Xiaomi differ, and the text says so once. @module */
import type { AndroidAccessId } from "./android-kinds.ts";
import type { AccessKindWords } from "./words.ts";

export const esAndroid: Readonly<Record<AndroidAccessId, AccessKindWords>> = {
  "android-organisation": {
    name: "El trabajo, la escuela u otra organización",
    can: "Poner y quitar apps, cambiar ajustes, ver dónde está el celular y borrarlo, todo o en el perfil de trabajo.",
    look: "Configuración › Contraseñas y cuentas: ahí sale Trabajo si hay un perfil. Mira también Configuración › Seguridad y privacidad › Política de trabajo.",
    act: "Si el celular es del trabajo, usa otro para lo tuyo. Si es tuyo, no lo borres: muéstralo a una línea de ayuda.",
  },
  "android-powers": {
    name: "Apps con permisos fuertes",
    can: "Leer la pantalla, tocar por ti, leer los mensajes que llegan, bloquear el celular o no dejar que se quiten.",
    look: "Configuración › Accesibilidad › Apps descargadas. Después busca Apps de administrador, y Acceso a notificaciones. Busca lo que no conoces.",
    act: "No la apagues ni la quites todavía: quien la puso puede recibir un aviso. Toma fotos con otro aparato y planéalo con una línea de ayuda.",
  },
  "android-apps": {
    name: "Apps que no vinieron de la tienda",
    can: "Lo que se les permitió al instalarlas: micrófono, cámara, ubicación, mensajes. Ninguna tienda las revisó.",
    look: "Configuración › Apps › Ver todas. Abre la que no conoces y baja: ahí dice de dónde vino. Mira también Apps › Acceso especial › Instalar apps desconocidas.",
    act: "No la borres todavía: con ella se van sus datos, y quien la puso lo nota. Guarda esta copia y muéstrala a quien te ayude.",
  },
  "android-computers": {
    name: "Computadoras que pueden dar órdenes",
    can: "Copiar datos, instalar apps y cambiar permisos cuando se conectan por cable o en la misma red.",
    look: "Configuración › Sistema › Opciones de desarrollador. Si no existe, ahora están apagadas. Ahí están Depuración USB y Depuración inalámbrica.",
    act: "Con la evidencia ya guardada: Revocar autorizaciones de depuración USB, y apagar la depuración. Cambia el PIN si alguien lo sabe.",
  },
  "android-defaults": {
    name: "Quién maneja los mensajes, las llamadas y el teclado",
    can: "Leer cada mensaje SMS, saber a quién llamas, o leer todo lo que escribes.",
    look: "Configuración › Apps › Apps predeterminadas. Y Configuración › Sistema › Teclado, para ver cuál usas.",
    act: "Toma una foto de la lista. Elegir otra app ahí mismo no borra nada, pero quien mira puede dejar de recibir.",
  },
  "android-connection": {
    name: "VPN, DNS, proxy y certificados",
    can: "Ver con quién te conectas, y a veces cambiar lo que llega.",
    look: "Configuración › Red e Internet › VPN, y DNS privado. El proxy está en cada red Wi-Fi. Certificados: busca Credenciales de confianza › Usuario.",
    act: "Anota el nombre y el servidor. Si no es tuyo ni de una app que conoces, pregunta antes de apagarlo.",
  },
  "android-messengers": {
    name: "Aparatos vinculados a WhatsApp y otras apps",
    can: "Leer y escribir tus mensajes desde otro aparato, al mismo tiempo que tú.",
    look: "WhatsApp: los tres puntos › Dispositivos vinculados. Signal: Ajustes › Dispositivos vinculados. Telegram: Ajustes › Dispositivos.",
    act: "Toma una foto de la lista con otro aparato. Al cerrar una sesión, quien la usa lo nota enseguida.",
  },
  "android-account": {
    name: "Tu cuenta de Google y otras cuentas",
    can: "Ver correo, fotos, contactos, contraseñas y dónde estás, desde otro aparato con tu cuenta. También instalar apps a distancia.",
    look: "Configuración › Google › Administrar tu Cuenta de Google › Seguridad › Tus dispositivos. Las demás cuentas: Configuración › Contraseñas y cuentas.",
    act: "Toma una foto de la lista. Después, desde un aparato que nadie más usa, cambia la contraseña y cierra las sesiones que no son tuyas.",
  },
  "android-sharing": {
    name: "Lo que compartes: ubicación, familia, fotos",
    can: "Saber dónde estás y ver tus fotos o tu calendario, sin tocar tu celular.",
    look: "Google Maps › tu foto › Compartir ubicación. Google Fotos › Compartidos. Configuración › Google › Todos los servicios › Family Link.",
    act: "Dejar de compartir la ubicación se nota. Piensa primero qué haría la otra persona, y háblalo con una línea de ayuda.",
  },
};
