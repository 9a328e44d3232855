/** How wide an element is drawn now. @module */
import { useRef, useState } from "preact/hooks";

/** The width that an element has. */
export function useWidth(): [(e: Element | null) => void, number] {
  const [width, set] = useState(0);
  const watched = useRef<ResizeObserver | undefined>(undefined);
  const ref = useRef((e: Element | null): void => {
    watched.current?.disconnect();
    if (!e) return;
    watched.current = new ResizeObserver(([entry]) => set(Math.floor(entry?.contentRect.width ?? 0)));
    watched.current.observe(e);
    set(Math.floor(e.getBoundingClientRect().width));
  });
  return [ref.current, width];
}
