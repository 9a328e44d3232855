/** A screen that is loaded when it is needed. @module */
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Draws nothing for the moment that loading takes. A module that cannot be loaded is a fault, and thrown. */
export function lazy(load: () => Promise<FunctionComponent>): FunctionComponent {
  let loaded: FunctionComponent | undefined;
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
