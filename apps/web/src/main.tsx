/** Where the page begins. Opening it stores nothing. @module */
import "./style/main.css";
import { render } from "preact";
import { App } from "./app.tsx";

render(<App />, document.body);
