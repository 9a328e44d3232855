/** Spanish, the source. @module */
export const es = {
  title: "¿Qué tienes a la mano?",
  intro: "Con esto te decimos primero el camino más ligero. Nada de lo que marques se guarda.",
  phone: "¿Qué teléfono quieres revisar?",
  iphone: "Un iPhone",
  android: "Un teléfono Android",
  device: "¿Dónde estás leyendo esto?",
  computer: "En una computadora",
  computerMore: "Mac, Windows o Linux. Que no la use quien te preocupa.",
  onPhone: "En un celular, y no tengo computadora",
  onPhoneMore:
    "Puedes revisar aquí archivos que el teléfono escribe por sí mismo. Para un respaldo, o por cable, hace falta una computadora.",
  has: "¿Con qué cuentas?",
  cable: "El cable del teléfono",
  space: "Espacio libre en la computadora, tanto como ocupa el teléfono",
  spaceMore: "Se ve en el teléfono: Configuración › General › Almacenamiento. Si no cabe, sirve un disco externo.",
  time: "Una o dos horas",
  timeMore: "Casi todo es espera. Puedes hacer otra cosa mientras tanto.",
  internet:
    "La revisión no usa internet: puedes apagar el wifi de este equipo. En Windows y Linux quizá haga falta antes, para instalar el programa que hace el respaldo.",
  go: "Ver los caminos",
};
