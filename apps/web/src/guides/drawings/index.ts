/** Every drawing by its name; a guide names the one of each step. @module */
import type { Drawing } from "./base.tsx";
import * as devices from "./devices.tsx";
import * as screens from "./screens.tsx";
import * as windows from "./windows.tsx";

export const DRAWINGS = {
  cable: { labels: 0, Draw: devices.Cable },
  trust: { labels: 3, Draw: devices.Trust },
  buttons: { labels: 2, Draw: devices.Buttons },
  quarter: { labels: 0, Draw: devices.Quarter },
  send: { labels: 0, Draw: devices.Send },
  copy: { labels: 2, Draw: devices.Copy },
  paper: { labels: 1, Draw: devices.Paper },
  picture: { labels: 1, Draw: devices.Picture },
  sidebar: { labels: 2, Draw: windows.Sidebar },
  encrypt: { labels: 3, Draw: windows.Encrypt },
  "back-up": { labels: 2, Draw: windows.BackUp },
  manage: { labels: 2, Draw: windows.Manage },
  "path-bar": { labels: 2, Draw: windows.PathBar },
  inside: { labels: 2, Draw: windows.Inside },
  terminal: { labels: 1, Draw: windows.Terminal },
  store: { labels: 2, Draw: windows.Store },
  records: { labels: 1, Draw: screens.Records },
  switch: { labels: 1, Draw: screens.Switch },
  share: { labels: 2, Draw: screens.Share },
  banner: { labels: 2, Draw: screens.Banner },
  message: { labels: 2, Draw: screens.Message },
} as const satisfies Readonly<Record<string, Drawing>>;

export type DrawingId = keyof typeof DRAWINGS;
