import { count, type Params, plural } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const told = (p: Params): boolean => p.told === 1;
const none = (p: Params): boolean => p.others === 0;

/** A list that was cut ends already. */
const stop = (names: string | number | undefined): string => `${names}`.replace(/([^…])$/, "$1.");

export const words: RuleWords = {
  name: { es: "Aparatos de la red, y lo que no se ve", en: "Machines of the network, and what does not show" },
  title: {
    es: (p) =>
      none(p)
        ? "Todos los aparatos de esta red están en tu lista"
        : told(p)
          ? plural(p.others!, "Un aparato no está en tu lista", `${count(p.others!)} aparatos no están en tu lista`)
          : `En esta red hablaron ${count(p.machines!)} aparatos`,
    en: (p) =>
      none(p)
        ? "All machines of this network are in your list"
        : told(p)
          ? plural(p.others!, "One machine is not in your list", `${count(p.others!)} machines are not in your list`)
          : `${count(p.machines!)} machines spoke in this network`,
  },
  why: {
    es: (p) => (none(p) ? "Todos los que hablaron están en tu lista." : `Son: ${stop(p.names)}`),
    en: (p) => (none(p) ? "All that spoke are in your list." : `They are: ${stop(p.names)}`),
  },
  otherwise: {
    es: "No todo se ve así. Faltan las cámaras que guardan en una tarjeta, las que usan su propio chip o su propia red, y las apagadas. También las de radio sin Wi-Fi, y lo que va por otro canal o por 5 GHz.",
    en: "Not everything shows this way. Cameras that store on a card, those with a chip or a network of their own, and those that are off are missing. So are those of radio without Wi-Fi, and what goes over another channel or 5 GHz.",
  },
  next: {
    es: "Compara la lista con lo que tienes. Revisa también con los ojos: enchufes, detectores de humo, relojes y huecos que miran a la cama o al escritorio.",
    en: "Compare the list with what you own. Look with your eyes, too: plugs, smoke detectors, clocks, and holes that face the bed or the desk.",
  },
};
