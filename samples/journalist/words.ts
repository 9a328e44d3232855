/** What people write to Lucía, and what she answers. Made up, as they are. @module */
import { phone } from "./story.ts";

export interface Person {
  readonly id: string;
  readonly service: "iMessage" | "SMS";
  readonly theirs: readonly string[];
  readonly hers: readonly string[];
}

export const PEOPLE: readonly Person[] = [
  {
    id: phone(1),
    service: "iMessage",
    theirs: [
      "¿Ya comiste, hija?",
      "Te guardé caldo. Pasa cuando puedas.",
      "Abrígate, que en la noche refresca.",
      "Soñé con el patio de tu abuela y el limonero cargado.",
      "Ya sembré el cilantro que trajiste.",
      "Tu papá pregunta si vienes el domingo.",
      "Llegó tu tía con conchas. Te apartamos dos.",
      "Te oí en el radio. Se te escucha cansada, descansa.",
      "El gato ya duerme en tu cama. Dice que es suya.",
      "Avísame cuando llegues, aunque sea tarde.",
    ],
    hers: [
      "Ya llegué, mamá. Todo bien.",
      "Sí comí. Mañana paso por el caldo.",
      "El domingo voy, y llevo pan.",
      "Estoy en carretera, te marco en la noche.",
      "Dile al gato que se recorra.",
      "Te quiero, mamá. Duerme.",
    ],
  },
  {
    id: phone(2),
    service: "iMessage",
    theirs: [
      "¿A qué hora mandas la nota?",
      "La junta se movió a las 10.",
      "Quedó muy bien la crónica del albergue.",
      "Nos faltan dos párrafos y la foto de portada.",
      "¿Confirmaste el dato con dos fuentes?",
      "Ya está en línea: https://lalibreta.example/cronicas/el-camino-largo",
      "Apaga la computadora y vete a tu casa.",
      "La imprenta cierra a las 7, sin prórroga.",
      "Hay tamales en la redacción.",
    ],
    hers: [
      "La mando antes de las 6.",
      "Me falta una llamada y la cierro.",
      "Confirmado con las dos. Tengo las notas.",
      "Guárdenme un tamal de rajas.",
      "Va la versión corta. La larga, el viernes.",
      "Gracias por cuidarme la nota.",
    ],
  },
  {
    id: phone(3),
    service: "iMessage",
    theirs: [
      "Tengo la foto de las bicicletas. Te va a gustar.",
      "Se me acabó la pila en el mejor momento.",
      "Llego en veinte, hay tráfico en el puente.",
      "Te subí las fotos: https://fotos.lalibreta.example/album/31",
      "La luz de la tarde estuvo increíble.",
      "¿Traes el cargador largo?",
      "Escogí doce. Tú dime cuál abre.",
    ],
    hers: [
      "Abre con la de la niña y el papalote.",
      "Traigo dos cargadores.",
      "Te espero en el puesto de jugos.",
      "Qué fotos, Beto. Gracias.",
      "Mañana salimos a las 4:30.",
    ],
  },
  {
    id: phone(4),
    service: "SMS",
    theirs: [
      "Salimos a las 5, con fresco. Somos 240.",
      "Hoy nos reciben en la parroquia. Hay agua y sombra.",
      "Los niños preguntan por la señora de la libreta.",
      "Nos prestaron una cocina. Hoy hay frijoles y arroz.",
      "Descansamos un día. A doña Meche se le rompió la sandalia.",
      "Ya pasamos el retén, sin novedad.",
      "Necesitamos pañales y suero, si saben de alguien.",
      "Llegamos todos. Cantaron en la entrada.",
      "El mapa de los pozos está en https://mapa.example/agua",
    ],
    hers: [
      "Llego mañana temprano, con suero y pañales.",
      "Díganle a los niños que llevo colores.",
      "¿Cómo siguió doña Meche?",
      "Qué gusto que llegaron todos.",
      "Paso la voz con el albergue.",
    ],
  },
  {
    id: phone(5),
    service: "iMessage",
    theirs: [
      "La audiencia es el jueves a las 9.",
      "Trae copia de la identificación.",
      "Ya metí el escrito. Toca esperar.",
      "Por mensaje no, mejor en persona.",
      "El formato está en https://tramites.example/formato-12",
      "Buenas noticias: nos dieron la fecha.",
    ],
    hers: ["Ahí estaré.", "Llevo las copias.", "Mejor en persona, de acuerdo.", "Gracias, licenciada. De verdad."],
  },
  {
    id: phone(6),
    service: "SMS",
    theirs: [
      "Hermana, ¿me prestas el taladro?",
      "Ganamos 3 a 1. Metí el segundo.",
      "La niña perdió su primer diente. Está feliz.",
      "¿Quién lleva el pastel?",
      "Te dejé las llaves con la vecina.",
      "Ya arreglé la fuga. Era el empaque.",
    ],
    hers: [
      "El taladro está en la azotea.",
      "Dile que el ratón paga doble este mes.",
      "Yo llevo el pastel de tres leches.",
      "Golazo. Invita los tacos.",
    ],
  },
  {
    id: phone(7),
    service: "SMS",
    theirs: [
      "Hoy cenaron 85 personas. Alcanzó para todos.",
      "Se necesitan cobijas para esta semana.",
      "Llegó el doctor. Atiende hasta las 6.",
      "Gracias por la nota: ya llegaron tres donaciones.",
      "El horario nuevo: https://albergue.example/horarios",
    ],
    hers: ["El sábado llevo cobijas.", "Qué bueno que sirvió la nota.", "¿Puedo pasar con Beto el martes?"],
  },
  {
    id: "vale@correo.example",
    service: "iMessage",
    theirs: [
      "¿Café a las 5 donde siempre?",
      "Vi esta receta y pensé en ti: https://recetas.example/mole-sencillo",
      "Te extraño. Ya suelta la libreta un rato.",
      "¿Viste la luna?",
      "Terminé la novela. Lloré en el camión.",
      "Feliz cumpleaños, Lu. Que camines mucho y descalza.",
      "Llevo la guitarra el sábado.",
    ],
    hers: [
      "A las 5, y yo invito.",
      "Préstame la novela.",
      "La vi. Enorme.",
      "Gracias, Vale. Te abrazo.",
      "Sábado en la azotea, entonces.",
    ],
  },
];
