/** Fields, what came of an act, and parts that fold. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Notice } from "../../parts/notice.tsx";
import { useDesk } from "./desk.ts";

export function Text(p: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (v: string) => void;
  readonly more?: string;
  readonly type?: "text" | "password" | "date" | "search";
  readonly lines?: number;
}): JSX.Element {
  const { id, label, value, more, lines } = p;
  const common = {
    id,
    value,
    autocomplete: "off" as const,
    spellcheck: false,
    ...(more === undefined ? {} : { "aria-describedby": `${id}-more` }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {more === undefined ? null : (
        <p class="fine" id={`${id}-more`}>
          {more}
        </p>
      )}
      {lines === undefined ? (
        <input {...common} type={(p.type ?? "text") as "text"} onInput={(e) => p.onInput(e.currentTarget.value)} />
      ) : (
        <textarea {...common} rows={lines} onInput={(e) => p.onInput(e.currentTarget.value)} />
      )}
    </div>
  );
}

export function Select<V extends string>(p: {
  readonly id: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (v: V) => void;
}): JSX.Element {
  return (
    <div class="field">
      <label for={p.id}>{p.label}</label>
      <select id={p.id} value={p.value} autocomplete="off" onChange={(e) => p.onChange(e.currentTarget.value as V)}>
        {p.options.map(([v, name]) => (
          <option key={v} value={v} selected={v === p.value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A button that opens the browser's choice of a file. */
export function FileButton(p: {
  readonly id: string;
  readonly label: string;
  readonly onFile: (files: readonly File[]) => void;
  readonly folder?: true;
  readonly many?: true;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="btn quiet small" onClick={() => input.current?.click()}>
        {p.label}
      </button>
      <input
        ref={(e) => {
          input.current = e;
          if (p.folder) e?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        id={p.id}
        autocomplete="off"
        hidden
        multiple={p.many === true}
        aria-label={p.label}
        onChange={(e) => {
          const files = [...(e.currentTarget.files ?? [])];
          if (files.length > 0) p.onFile(files);
          e.currentTarget.value = "";
        }}
      />
    </>
  );
}

/** What came of the last act: said to who listens, and shown where one looks. */
export function Said(): JSX.Element {
  const { desk, w } = useDesk();
  const at = useRef<HTMLDivElement>(null);
  const { said, wrong, busy } = desk;
  useEffect(() => {
    if (said.length > 0) at.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  return (
    <div role="status" ref={at}>
      {busy ? <p class="fine">{w.working}</p> : null}
      {said.length === 0 ? null : (
        <Notice kind={wrong ? "stop" : "plain"} {...(wrong ? { title: w.notDone } : {})}>
          {said.map((s, i) => (
            <p key={i}>{s}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

export function Fold(p: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <details class="sheet">
      <summary>{p.title}</summary>
      <div class="stack">{p.children}</div>
    </details>
  );
}

export function Fact(p: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{p.name}</dt>
      <dd>{p.children}</dd>
    </div>
  );
}
