/** Spanish, the source. @module */
export const es = {
  title: "Aquí paramos",
  text: [
    "Revisar el teléfono de alguien que no lo sabe también es espiar, aunque sea para cuidar.",
    "Si te preocupa esa persona, díselo. Pueden hacer esta revisión en compañía, con calma y con su permiso.",
  ],
  danger: "Si crees que corre peligro, una línea de ayuda puede decirles cómo empezar.",
  start: "Volver al principio",
};
