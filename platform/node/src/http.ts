/**
 * Node's own http and https, loaded when something is asked for: few runs of the program ever do, and an `import` of them brings a client for
 * WebSockets along, which is 10 MB and a tenth of a second for every check.
 * @module
 */
import type * as Http from "node:http";
import type * as Https from "node:https";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

export const http = (): typeof Http => load("node:http") as typeof Http;
export const https = (): typeof Https => load("node:https") as typeof Https;
