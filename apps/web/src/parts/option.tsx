/** A choice with its reason. @module */
import type { JSX } from "preact";

export function Option(p: {
  readonly id: string;
  readonly type: "radio" | "checkbox";
  readonly group: string;
  readonly label: string;
  readonly more?: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}): JSX.Element {
  return (
    <div class="opt">
      <input
        type={p.type}
        id={p.id}
        name={p.group}
        checked={p.checked}
        aria-describedby={p.more ? `${p.id}-more` : undefined}
        onChange={(e) => p.onChange(e.currentTarget.checked)}
      />
      <label for={p.id}>{p.label}</label>
      {p.more ? (
        <p class="fine" id={`${p.id}-more`}>
          {p.more}
        </p>
      ) : null}
    </div>
  );
}
