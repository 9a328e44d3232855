/** The text of a web page (HTML 4.01 and later): blocks on lines of their own; of style sheets only colours of classes. @module */
import { pieces } from "../markup/index.ts";
import { isDark, PageWriter, sameColour, type TextPage } from "./types.ts";

const BLOCKS = new Set(
  "p div br h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr section article header footer blockquote pre address figure form fieldset center".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "title", "head", "noscript", "template"]);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const MAX_DEPTH = 2000;
const MAX_RULES = 2000;

interface Colours {
  readonly colour?: string | undefined;
  readonly fill?: string | undefined;
}

/** `background: #000; color: black`. */
function coloursOf(css: string): Colours {
  let colour: string | undefined;
  let fill: string | undefined;
  for (const part of css.split(";").slice(0, 100)) {
    const colon = part.indexOf(":");
    const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .trim()
      .slice(0, 100);
    if (name === "color") colour = value;
    if (name === "background" || name === "background-color") fill = value;
  }
  return { colour, fill };
}

/** Rules of one class: `.b{…}`, `span.b{…}`. */
function rulesOf(css: string, rules: Map<string, Colours>): void {
  for (let at = 0; rules.size < MAX_RULES; ) {
    const open = css.indexOf("{", at);
    if (open < 0) return;
    const close = css.indexOf("}", open);
    if (close < 0) return;
    const names = css.slice(Math.max(at, open - 500), open).split(",");
    const colours = coloursOf(css.slice(open + 1, Math.min(close, open + 4000)));
    for (const n of names) {
      const dot = n.trim().split(".");
      if (dot.length === 2 && !/[\s>:#[]/.test(dot[1]!)) rules.set(dot[1]!, colours);
    }
    at = close + 1;
  }
}

interface Element {
  readonly name: string;
  readonly colours: Colours;
  readonly silent: boolean;
  readonly pre: boolean;
}

/** Pages: between `<hr class="pagina">`, and before what a style puts on a new page. */
export function htmlPages(html: string): { readonly pages: readonly TextPage[]; readonly cut: boolean } {
  const out = new PageWriter();
  const rules = new Map<string, Colours>();
  const stack: Element[] = [];
  let space = true;
  let inStyle = false;
  const top = (): Element | undefined => stack.at(-1);
  const write = (text: string, c: Colours | undefined, pre: boolean): void => {
    let t = pre ? text.replace(/\r\n?/g, "\n") : text.replace(/[ \t\r\n\f]+/g, " ");
    if (!pre && space) t = t.replace(/^ /, "");
    if (t === "") return;
    out.add(t, (isDark(c?.colour) && isDark(c?.fill)) || sameColour(c?.colour, c?.fill));
    space = t.endsWith(" ") || t.endsWith("\n");
  };
  const line = (): void => {
    if (!space || out.pages.length > 0) out.line();
    space = true;
  };
  for (const p of pieces(html, true)) {
    if (p.kind === "text") {
      if (inStyle) rulesOf(p.text, rules);
      else if (!top()?.silent) write(p.text, top()?.colours, top()?.pre ?? false);
      continue;
    }
    if (p.kind === "open") {
      const css = p.attrs.get("style") ?? "";
      const breaks = /(?:page-)?break-before:\s?(?:always|page)/.test(css);
      if ((p.name === "hr" && p.attrs.get("class") === "pagina") || breaks) {
        out.endPage();
        space = true;
      } else if (BLOCKS.has(p.name) || p.name === "hr") line();
      else if (p.name === "td" || p.name === "th") write(" ", undefined, false);
      inStyle = p.name === "style" && !p.empty;
      if (VOID.has(p.name) || p.empty || stack.length >= MAX_DEPTH) continue;
      const own = { ...classes(p.attrs.get("class"), rules), ...defined(coloursOf(css)) };
      stack.push({
        name: p.name,
        colours: { ...top()?.colours, ...own },
        silent: (top()?.silent ?? false) || SILENT.has(p.name),
        pre: (top()?.pre ?? false) || p.name === "pre",
      });
    } else {
      if (p.name === "style") inStyle = false;
      // The nearest one of that name; what was left open inside ends with it.
      for (let i = stack.length - 1, looks = 0; i >= 0 && looks < 50; i--, looks++) {
        if (stack[i]!.name !== p.name) continue;
        stack.length = i;
        break;
      }
      if (BLOCKS.has(p.name)) line();
    }
  }
  return { pages: out.finish(), cut: out.cut };
}

const defined = (c: Colours): Colours => ({
  ...(c.colour !== undefined && { colour: c.colour }),
  ...(c.fill !== undefined && { fill: c.fill }),
});

function classes(names: string | undefined, rules: ReadonlyMap<string, Colours>): Colours {
  let found: Colours = {};
  for (const n of (names ?? "").split(/\s+/, 20)) found = { ...found, ...defined(rules.get(n) ?? {}) };
  return found;
}
