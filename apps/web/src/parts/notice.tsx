/** A notice: one glyph, one heading, one or two sentences. @module */
import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";

const ICON: Readonly<Record<"plain" | "care" | "stop", IconName>> = { plain: "info", care: "care", stop: "stop" };

export function Notice(p: {
  readonly kind?: "plain" | "care" | "stop";
  readonly title?: string;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}): JSX.Element {
  const kind = p.kind ?? "plain";
  return (
    <div class={`notice ${kind === "plain" ? "" : kind}`}>
      <Icon name={p.icon ?? ICON[kind]} />
      <div>
        {p.title ? <h2>{p.title}</h2> : null}
        {p.children}
      </div>
    </div>
  );
}

/** Steps with number, act and reason. */
export function Steps({
  list,
}: {
  readonly list: readonly { readonly what: string; readonly why: string }[];
}): JSX.Element {
  return (
    <ol class="todo">
      {list.map((s) => (
        <li key={s.what}>
          <div>
            <b>{s.what}</b>
            {s.why === "" ? null : <p>{s.why}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
