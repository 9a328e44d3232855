/**
 * Names that are common in Mexico, roughly from the most to the less common, as anybody there knows them; no census. Folded. They say two
 * things: that a word is a name of its own, so `Mario` is no misread `María`, and that a name tells little by itself. How rare a name is
 * in the archive at hand comes from its pages.
 * @module
 */

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

export const GIVEN: readonly string[] = split(`
maria jose juan guadalupe luis francisco antonio jesus carlos miguel manuel pedro jorge juana margarita rosa alejandro fernando
roberto ricardo javier martha leticia elena teresa rafael raul sergio arturo enrique eduardo mario alicia veronica patricia laura carmen
daniel victor alberto martin gerardo hector salvador guillermo felipe silvia josefina gloria yolanda ana francisca irma lucia beatriz
graciela alfredo ramon armando gustavo andres oscar ruben pablo cesar ignacio agustin ernesto tomas vicente julio hugo angel angela
angeles luz dolores socorro concepcion rosario refugio trinidad magdalena eugenia isabel cecilia angelica ofelia catalina sara julia
esperanza antonia elvira amparo josefa luisa manuela martina carmela alejandra fernanda gabriela adriana claudia sandra norma monica diana
marta blanca estela esther estela olga rebeca ramona raquel rocio susana virginia victoria victorina aurora aurelia amalia amelia
consuelo consolacion cristina delia delfina elisa emilia emma enriqueta eva felicitas flora florencia genoveva hilda hortensia ines
irene isaura jacinta joaquina lidia lilia lourdes mercedes micaela natalia natividad nicolasa paula petra pilar regina rita sofia
soledad tomasa ursula valentina vicenta zenaida zoila clara clemencia dionisia domitila epifania eulalia eustolia fidelia gumersinda
herlinda hermelinda honorina ifigenia leocadia librada macrina obdulia petronila quirina rutilia venustiana altagracia balbina
clotilde eduviges eduwiges joaquin lorenzo isidro roman gilberto rigoberto adalberto horacio benjamin domingo alfonso adolfo adrian
alvaro abel abelardo abraham adan aaron albino amado amador ambrosio anastasio anselmo apolinar aristeo arnulfo aurelio baltazar
bartolo basilio benito bernardo bonifacio bruno camilo candelario casimiro celestino celso cipriano cirilo claudio clemente constantino
cornelio cristobal cruz cuauhtemoc cutberto damian dario david delfino demetrio diego dionisio donato edgar edmundo efrain efren elias
eligio eliseo emilio emiliano epifanio erasmo erasto esteban eugenio eulalio eusebio eustaquio evaristo everardo ezequiel fabian
facundo faustino federico felix fermin fidel fidencio filemon filiberto florencio florentino fortino froylan gabriel gaudencio genaro
german gonzalo gregorio gumaro hermenegildo heriberto hermilo hilario hilarion homero humberto ildefonso inocencio isaac isaias isidoro
ismael israel jacinto jacobo jaime jeronimo joel jonas josue julian justino justo lazaro leandro leobardo leodegario leon leonardo
leonel leoncio leopoldo librado lino lucas luciano lucio macario manlio marcelino marcelo marco marcos margarito mariano marina mateo
matias mauricio mauro maximiliano maximino melchor melquiades misael modesto moises nabor narciso nemesio nicanor nicolas nicasio
noe norberto octavio odilon onesimo orlando oswaldo osvaldo pascual patricio paulino pascacio placido policarpo ponciano porfirio
primitivo procopio quirino ramiro raymundo reynaldo renato rene reyes rodolfo rodrigo rogelio romulo roque rosalio rosendo ruperto
sabino salomon samuel santiago santos saturnino saul sebastian serafin severiano silverio silvestre simon sixto sostenes telesforo
teodoro teodulo teofilo tiburcio tobias toribio ubaldo urbano valente valentin venancio venustiano virgilio vladimir wenceslao ladislao
wilfrido zacarias zeferino estela estanislao gema iris karla lorena maricela marisol mayra minerva miriam nora noemi perla rosalba
rosalia rosaura roxana ruth selene tania yadira yesenia zulema zoraida lucero anacleto abundio baldomero castulo crescencio domicio
eleuterio evodio heliodoro niceforo`);

export const SURNAMES: readonly string[] = split(`
hernandez garcia martinez lopez gonzalez perez rodriguez sanchez ramirez cruz flores gomez morales vazquez jimenez reyes diaz torres
gutierrez ruiz mendoza aguilar ortiz moreno castillo romero alvarez mendez chavez rivera juarez ramos dominguez herrera medina castro
vargas guzman velazquez rojas contreras salazar luna ortega guerrero santiago estrada bautista cortes soto alvarado espinoza espinosa
lara avila rios cervantes silva delgado vega marquez sandoval fernandez leon carrillo mejia solis rosas ibarra valdez valdes nunez campos
santos camacho navarro pena maldonado rosales acosta miranda trejo cabrera valencia nava castaneda pacheco robles molina rangel fuentes
huerta meza orozco padilla zamora garza lozano melendez marin peralta gongora covarrubias mondragon barragan trevino pantoja tapia uribe
sotelo munoz zavala galindo aguirre cardenas salinas galvan zuniga tovar villanueva villarreal villa villegas trujillo macias montes
serrano esparza franco duran duarte cisneros corona calderon barrera benitez beltran bernal blanco bravo cano cantu carmona caballero
casas castellanos cerda colin cordova cordoba coronado corral cuevas davila elizondo enriquez escobar escobedo esquivel figueroa gallegos
gamboa garibay gil godinez granados guevara guillen hidalgo hurtado jaramillo jasso lemus leyva limon linares lugo luevano madrigal magana
marroquin mata mateos mercado mireles mora moran murillo najera negrete nieto ocampo ochoa ojeda olivares olvera oropeza osorio pardo
paredes parra patino paz pineda ponce portillo prado quezada quintana quintero quiroz ramon resendiz reyna rico rincon rivas rocha roldan
roman rosado rubio rueda ruelas saavedra saenz salas salcedo saldana saldivar zaldivar salgado samano saucedo segura serna sierra solano
soriano suarez tamayo tejeda tellez teran tirado toledo toscano urbina urrutia valadez valenzuela valle vallejo varela vasquez velasco
velez vera victoria vidal vigil villalobos villasenor yanez ybarra zapata zarate zepeda cepeda zubieta ibanez guemes penaloza quintanar
gonzaga`);

/** Given names that often begin a double one: who writes Luis may mean Luis Alberto. */
export const BEGINS_DOUBLE: ReadonlySet<string> = new Set(
  split("jose juan maria luis jesus ana rosa miguel marco francisco victor jorge martha marta blanca luz carlos julio"),
);

/** Surnames of several words, without their little words. */
export const DOUBLE: ReadonlySet<string> = new Set([
  "montes oca",
  "ponce leon",
  "lopez vega",
  "saenz tejada",
  "nunez prado",
]);

/** Little words of names. */
export const PARTICLES: ReadonlySet<string> = new Set(
  split("de del la las los lo y e el da das do dos di von van der san santa"),
);

/** Titles and offices that stand before a name and are no part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  split(`c cc lic lics ing dr dra profr prof profra profesor profesora sr sra srita srta don dona gral general cap capitan cmdte comandante tte
  teniente cnel coronel sgto sargento agte agente mtro mtra arq cp pbro dip sen presidente director licenciado ingeniero doctor abogado
  abogada compañero companera companero ciudadano ciudadana elemento subdirector subteniente mayor padre obispo diputado senador vda viuda
  maestro maestra periodista estudiante alias`),
);

/** How typists shorten: what stands there, and what it means. */
export const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  split(`ma:maria mª:maria fco:francisco,francisca fca:francisca fran:francisco,francisca pco:francisco gpe:guadalupe gpo:guadalupe lupe:guadalupe
  guad:guadalupe ant:antonio,antonia anto:antonio,antonia antº:antonio concep:concepcion conc:concepcion fdo:fernando fernan:fernando
  gmo:guillermo guill:guillermo igno:ignacio ign:ignacio alej:alejandro,alejandra alejo:alejandro refo:refugio ref:refugio ros:rosario,rosa
  raf:rafael ml:manuel mnl:manuel man:manuel gdo:gerardo ger:gerardo marg:margarita,margarito trin:trinidad salv:salvador dol:dolores jse:jose
  jph:jose jn:juan jno:juan pdo:pedro edo:eduardo rbto:roberto rob:roberto enr:enrique franco:francisco alf:alfredo,alfonso
  dgo:domingo
  hdez:hernandez hdz:hernandez hrdz:hernandez hernz:hernandez glez:gonzalez glz:gonzalez gzlz:gonzalez gzz:gonzalez gonz:gonzalez
  rdz:rodriguez rguez:rodriguez rodz:rodriguez rdgz:rodriguez rodrig:rodriguez mtz:martinez mtnz:martinez mrtz:martinez mtinez:martinez
  fdez:fernandez fdz:fernandez frndz:fernandez gtz:gutierrez gtrz:gutierrez gutz:gutierrez schz:sanchez snchz:sanchez sanz:sanchez szh:sanchez
  rmz:ramirez rmrz:ramirez ramz:ramirez jmz:jimenez jmnz:jimenez jim:jimenez dgz:dominguez dmgz:dominguez domz:dominguez gcia:garcia
  gca:garcia grcia:garcia lpz:lopez lz:lopez vzqz:vazquez vazqz:vazquez vqz:vazquez vzq:vazquez velz:velazquez vlzqz:velazquez pz:perez prz:perez
  gmz:gomez mdz:mendez alvz:alvarez alvrz:alvarez nez:nunez dz:diaz trr:torres chvz:chavez jrz:juarez`).map((line) => {
    const [short, long] = line.split(":");
    return [short!, long!.split(",")] as const;
  }),
);

export const IS_GIVEN: ReadonlySet<string> = new Set(GIVEN);
export const IS_SURNAME: ReadonlySet<string> = new Set(SURNAMES);
/** Words that are a name by themselves. */
export const isName = (folded: string): boolean => IS_GIVEN.has(folded) || IS_SURNAME.has(folded);

/**
 * Share of people that bear a common name, a rough guess from its rank (the first surnames are borne by some 4 of 100; shares fall with the
 * rank as Zipf has it). 0 for one that is not listed.
 */
export function commonShare(folded: string, kind: "given" | "surname"): number {
  const rank = (kind === "given" ? GIVEN : SURNAMES).indexOf(folded);
  return rank < 0 ? 0 : 0.08 / (rank + 2);
}
