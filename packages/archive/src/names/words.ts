/** What the grades and reasons of names are called. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { NameGrade, NameReason } from "./grade.ts";

export const GRADE: Readonly<Record<NameGrade, Words>> = {
  same: { es: "mismo nombre", en: "same name" },
  likely: { es: "probable", en: "likely" },
  possible: { es: "posible", en: "possible" },
};

export const REASON: Readonly<Record<NameReason, Words>> = {
  whole: { es: "nombre y los dos apellidos", en: "given name and both surnames" },
  "both-surnames": { es: "los dos apellidos", en: "both surnames" },
  "given-and-surname": { es: "nombre y un apellido", en: "given name and one surname" },
  "initial-and-surname": { es: "una inicial y un apellido", en: "an initial and one surname" },
  "surname-only": { es: "solo un apellido poco común", en: "only an uncommon surname" },
  alias: { es: "el apodo que diste", en: "the alias that you gave" },
  "given-shortened": { es: "nombre abreviado", en: "given name shortened" },
  "some-given": { es: "no todos los nombres coinciden", en: "not all given names agree" },
  misread: { es: "letras mal leídas o mal escritas", en: "letters misread or mistyped" },
  "sounds-alike": { es: "suena igual, se escribe distinto", en: "sounds the same, spelled otherwise" },
  "second-initial": { es: "segundo apellido con inicial", en: "second surname as an initial" },
  "turned-round": { es: "apellidos en otro orden", en: "surnames the other way round" },
  husband: { es: "con apellido de casada", en: "with a married name" },
  "surname-unread": { es: "el primer apellido no se lee", en: "the first surname cannot be read" },
  "common-name": { es: "muchas personas se llaman así", en: "many people bear this name" },
  "double-name": { es: "puede ser parte de un nombre doble", en: "may be a part of a double given name" },
  "near-other-name": { es: "se parece a otro nombre", en: "it is close to another name" },
  "little-word": { es: "cambia el «de» del apellido", en: "the “de” of the surname differs" },
};
