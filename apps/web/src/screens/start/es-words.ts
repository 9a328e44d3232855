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
      reply: "Usa mejor el de una persona de tu confianza. Lo que haces aquí puede quedar en el historial.",
    },
    {
      ask: "¿Alguien puede ver tu pantalla ahora?",
      reply: "Espera a estar a solas. Si alguien llega, pulsa Esc dos veces: aparece una página cualquiera.",
    },
    {
      ask: "¿Te pondría en peligro que noten que buscas ayuda?",
      reply:
        "No conectes el teléfono todavía. Habla primero con una persona, desde otro aparato. A quién llamar está en esta página.",
    },
  ],
  go: "Puedo seguir aquí y ahora",
  have: "Ya tengo un respaldo",
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
};
