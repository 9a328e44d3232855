/** Where the page begins. Opening it stores nothing. @module */
import "./style/main.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { alsoLater, loadAhead } from "./lazy.tsx";

// Beside the area for it a browser opens what is dropped in a tab, and remembers where it lay.
document.addEventListener("drop", (e) => e.preventDefault());
document.addEventListener("dragover", (e) => {
  e.preventDefault();
  const there = e.target instanceof Element && e.target.closest(".drop");
  if (e.dataTransfer && !there) e.dataTransfer.dropEffect = "none";
});

render(<App />, document.body);

alsoLater(() => import("contraluz:engine"));
alsoLater(() => import("contraluz:signs"));
alsoLater(() => import("contraluz:fonts"));
if (document.readyState === "complete") void loadAhead();
else addEventListener("load", () => void loadAhead());
