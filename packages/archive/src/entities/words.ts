/** Words by which the rules tell places, bodies and what is no name. Folded. General knowledge of Mexico, no list of any archive. @module */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** States as they are shortened behind a town. */
export const STATES: ReadonlySet<string> =
  set(`ags agsc bc bcn bcs camp chih chis coah col df dgo gto gro hgo jal mex edomex mich mor nay
  nl oax pue qro qroo slp sin son tab tamps tlax ver yuc zac cdmx`);

/** Towns that stand without their state. */
export const TOWNS: readonly string[] =
  `acapulco,aguascalientes,arriaga,cancun,campeche,chetumal,chiapas,chihuahua,chilpancingo,ciudad hidalgo,ciudad juarez,ciudad de mexico,
ciudad victoria,coatzacoalcos,colima,cordoba,cuautla,cuernavaca,culiacan,durango,ensenada,guadalajara,guanajuato,guerrero,hermosillo,huixtla,iguala,irapuato,ixtepec,
jalapa,jalisco,juchitan,la paz,leon,los mochis,mapastepec,matamoros,mazatlan,merida,mexicali,mexico,michoacan,minatitlan,monterrey,morelia,morelos,nayarit,nogales,nuevo laredo,
oaxaca,orizaba,pachuca,palenque,pijijiapan,piedras negras,poza rica,puebla,puerto vallarta,queretaro,reynosa,saltillo,salina cruz,san cristobal de las casas,san luis potosi,sinaloa,sonora,tabasco,
tampico,tapachula,tecun uman,tehuacan,tehuantepec,tenosique,tepic,tijuana,tlaxcala,toluca,tonala,torreon,tuxtla gutierrez,uruapan,veracruz,villahermosa,xalapa,yucatan,zacatecas`
    .replace(/\n/g, "")
    .split(",");

/** Ways: a name and a number follow. */
export const WAYS: ReadonlySet<string> = set(
  "calle av avenida avda callejon privada priv calz calzada blvd boulevard bulevar cerrada cda prolongacion prol andador retorno paseo carretera camino",
);

/** Buildings and grounds: what follows says which. */
export const BUILDINGS: ReadonlySet<string> =
  set(`cine hotel restaurante restaurant cafe cafeteria libreria facultad escuela preparatoria mercado plaza parroquia iglesia templo catedral auditorio
  jardin parque estacion terminal central local estadio teatro hospital clinica carcel prision penal reclusorio cuartel puente garita albergue aeropuerto puerto zocalo quiosco
  monumento panteon biblioteca museo salon bar cantina gasolinera farmacia imprenta taller casino alameda glorieta`);

/** Common words that may follow a building in place of a name: the bus station, the union's rooms. */
export const BUILDING_OF: ReadonlySet<string> = set(
  "autobuses ferrocarril ferrocarriles sindicato partido comite central derecho medicina ciencias economia filosofia policia bomberos migracion camiones trenes tren metro",
);

/** First words of bodies of people. */
export const BODIES: ReadonlySet<string> =
  set(`frente union sindicato liga comite colegio agrupacion cooperativa bloque coordinadora ateneo brigada federacion asociacion confederacion partido movimiento
  consejo club sociedad organizacion alianza coalicion congreso circulo casa colectivo red fundacion instituto universidad coordinacion comando ejercito guerrilla juventud juventudes
  central pacto cruzada caravana colonia congregacion nucleo barra camara patronato corriente`);

/** First words of newspapers; the little words say which. */
export const PAPERS: ReadonlySet<string> = set(
  "diario correo faro tribuna imparcial voz heraldo universal excelsior sol jornada periodico semanario revista gaceta nacional prensa opinion novedades noticiero informador siglo norte independiente",
);

/** First words of offices of the state. */
export const OFFICES: ReadonlySet<string> =
  set(`direccion subdireccion departamento delegacion subdelegacion seccion oficina grupo procuraduria secretaria comandancia agencia jefatura policia ministerio fiscalia
  comision gobierno gobernacion presidencia unidad division zona batallon destacamento centro coordinacion`);

/** Words with capitals that begin a sentence, a line of a form or a heading, and are no names. */
export const NO_NAMES: ReadonlySet<string> =
  set(`asunto antecedentes expediente exp fecha lugar nombre alias ocupacion ocup profesion domicilio telefono tel placas vehiculo organizacion conyuge familiar observaciones
  elaboro reviso vobo atentamente presente respetuosamente sufragio efectivo reeleccion confidencial secreto reservado urgente clave stop procedencia destino originario relaciona
  informe memorandum memo oficio tarjeta ficha cedula lista relacion hoja pagina legajo caja tomo copia anexo director general jefe subdirector secretario presidente ministro titular vocero delegado comandante
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  el la los las un una unos unas lo al del de en con por para sin sobre segun entre desde hasta hacia ante bajo tras durante mediante que como cuando donde quien cual cuyo cuya
  se es era fue son eran fueron esta estan estaba hay habia ha han no si ya muy mas menos tambien asi solo ademas luego despues antes minutos horas hrs hs dia dias mes meses ano anos hoy ayer manana tarde noche madrugada
  este esta estos estas ese esa esos esas aquel aquella su sus mi tu nuestro otro otra otros otras todo toda todos todas cada mismo misma varios varias algunos algunas ningun ninguna
  informante referido referida mencionado mencionada citado citada antes nombrado individuo sujeto persona personas grupo reunion asamblea mitin marcha manifestacion huelga paro
  salida sale salio llega llego entra entro regreso regresa ingreso volvio subio bajo comio recogio hablo habla llamo llamada recibio visito asistio firmo participo encabezo dirigio viajo abordo conversa converso
  servicio cargo relevo cambio turno vigilancia seguimiento novedad novedades pasa queda continua termino inicio suspendio levanto permanecio observo vio tomo entrego distribuyo repartio utiliza conduce maneja
  se informa informa informo comunica comunico solicita solicitan solicito adjunta adjuntan anexa remite remito envio agradecere agradecera cualquier consta constan obra obran figura figuran aparece aparecen
  abogado abogada profesor profesora doctor ingeniero licenciado estudiante obrero obrera periodista medico chofer comerciante electricista sacerdote maestro maestra dirigente miembro militante
  cientos miles decenas numero numeros parte partes caso casos hechos nota notas fotografias foto volantes desplegado propaganda periodico dinero importe gasto viaticos renta comision partida
  estados unidos mexicanos republica mexicana federal nacional estatal municipal ciudad pueblo municipio
  si bueno oye mira digame aqui alla ahi te me nos les busco espero nos vemos gracias adios ok nadie nada algo alguien
  continuacion reporte reportes boletin prensa radio television telegrama telegramas
  padre madre hijo hija hermano hermana esposo esposa viuda hombre mujer
  auto automovil coche camioneta camion taxi motocicleta autobus pick up sedan
  volkswagen ford chevrolet dodge nissan datsun valiant opel rambler renault chrysler plymouth toyota honda mazda fiat mercedes bmw audi seat jeep gmc mercury
  tsuru galaxie mustang maverick suburban combi caribe atlantic golf jetta corsar shadow spirit dart nova chevy escort falcon fairmont topaz pick-up phantom cutlass century malibu impala estaquitas
  rojo roja azul verde blanco blanca negro negra gris amarillo amarilla cafe crema guinda beige plata dorado modelo anos tipo color marca
  por instrucciones superioridad orden ordenes original firma rubrica sello recibido acuse archivo kardex
  cabe ver vease objetivo nacimiento vehiculos observados posteriormente hospedase punto coma intervenido circula reuniose senala senalar dice dijo
  protesta protestas choque choques paro bloqueo amparo plantones denuncian exigen piden rechazan anuncian`);
