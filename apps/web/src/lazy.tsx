/** A screen that is loaded when it is needed. @module */
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

const loads: (() => Promise<unknown>)[] = [];

/** What is not of a screen, and needed later all the same. */
export function alsoLater(load: () => Promise<unknown>): void {
  loads.push(load);
}

/**
 * Loads all that is needed later, one after the other, once the first screen stands: from then on the page asks for nothing, and
 * whoever takes it off the network loses nothing. What does not come is asked for again when it is needed.
 */
export async function loadAhead(): Promise<void> {
  for (const load of loads) await load().catch(() => {});
}

/** Draws nothing for the moment that loading takes. A module that cannot be loaded is a fault, and thrown. */
export function lazy(load: () => Promise<FunctionComponent>): FunctionComponent {
  let loaded: FunctionComponent | undefined;
  loads.push(async () => {
    loaded ??= await load();
  });
  return function Lazy(): JSX.Element | null {
    const [Screen, set] = useState<FunctionComponent | undefined>(() => loaded);
    const [failed, fail] = useState<unknown>();
    useEffect(() => {
      if (loaded) return;
      load().then(
        (screen) => {
          loaded = screen;
          set(() => screen);
        },
        (e: unknown) => fail(e),
      );
    }, []);
    if (failed !== undefined) throw failed;
    return Screen ? <Screen /> : null;
  };
}
