/** Spanish, the source. @module */
export const es = {
  title: "Tu teléfono, a contraluz",
  intro:
    "Buscamos rastros de programas espía en una copia de tu teléfono. Todo pasa en este equipo: no se envía nada a nadie. Casi siempre no aparece nada. Si aparece algo, te decimos qué es y qué hacer.",
  first: "Primero, tú",
  firstIntro: "Antes de tocar el teléfono, piensa en estas tres preguntas.",
  questions: [
    {
      ask: "¿Alguien más usa o controla este equipo?",
      reply:
        "Quien lo administra, sabe su contraseña o le instaló programas puede ver lo que haces aquí. Ninguna página puede impedirlo.",
    },
    {
      ask: "¿Alguien puede ver tu pantalla, o esta visita después?",
      reply:
        "Espera a estar a solas. Si alguien llega, toca «Salir rápido», arriba, o pulsa Esc dos veces: aparece una página cualquiera. Eso no borra el historial: ahí queda la dirección que abriste.",
    },
    {
      ask: "¿Te pondría en peligro que noten que buscas ayuda?",
      reply:
        "Conectar el teléfono, quitar una app o cambiar una contraseña puede avisarle a quien te vigila. No hagas nada de eso todavía. Habla primero con una persona.",
    },
  ],
  go: "Puedo seguir aquí y ahora",
  not: "Aquí no me conviene",
  instead: "Entonces, así",
  insteadSteps: [
    {
      what: "Si el peligro es ahora, sal de ahí primero",
      why: "Llama al número de emergencias de tu país. Tú importas más que la evidencia.",
    },
    {
      what: "Cierra esta página con calma",
      why: "No borres todo el historial de golpe: un historial vacío también se nota. Si sabes cómo, borra la línea de hoy.",
    },
    {
      what: "Busca un aparato que esa persona no haya tocado",
      why: "El de alguien de confianza es lo mejor. En una biblioteca o un cibercafé puedes pedir ayuda, pero no abras ahí tu respaldo.",
    },
    {
      what: "Escribe desde ahí a una línea de ayuda",
      why: "Basta con esto: «Creo que vigilan mi teléfono. Te escribo desde otro aparato. ¿Por dónde hablamos?» Las direcciones están en esta página.",
    },
    {
      what: "Deja tu teléfono como está, y lejos cuando hables de esto",
      why: "No lo apagues, no lo borres, no quites nada. Los rastros pueden esperar unos días.",
    },
  ],
  have: "Ya tengo un respaldo",
  cases: "Llevar casos (líneas de ayuda)",
  archive: "Leer papeles y buscar en ellos",
  open: "Abrir un resultado guardado",
  keep: "Mientras tanto, no borres, restablezcas ni actualices el teléfono: se pueden perder rastros.",
  how: "Así será",
  howSteps: [
    "Traes un archivo de tu teléfono.",
    "Tú decides qué partes se leen.",
    "Se revisa aquí mismo, sin internet.",
    "Recibes una respuesta en dos partes: qué encontramos y qué pudimos ver.",
  ],
  limits: "Ninguna revisión puede probar que no hay nada. Por eso siempre te mostramos las dos partes.",
  removed: "Listo: esta página ya no tiene nada de tu revisión.",
  talk: "Hablar con una persona",
  talkNow: "Hablar primero con una persona",
};
