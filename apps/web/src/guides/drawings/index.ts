/** Every drawing by its name; a guide names the one of each step. @module */
import type { JSX } from "preact";
import type { DrawingProps } from "./base.tsx";
import * as devices from "./devices.tsx";
import type { DrawingId } from "./names.ts";
import * as screens from "./screens.tsx";
import * as windows from "./windows.tsx";

export const DRAWINGS: Readonly<Record<DrawingId, (p: DrawingProps) => JSX.Element>> = {
  cable: devices.Cable,
  trust: devices.Trust,
  buttons: devices.Buttons,
  quarter: devices.Quarter,
  send: devices.Send,
  copy: devices.Copy,
  paper: devices.Paper,
  picture: devices.Picture,
  sidebar: windows.Sidebar,
  encrypt: windows.Encrypt,
  "back-up": windows.BackUp,
  manage: windows.Manage,
  "path-bar": windows.PathBar,
  inside: windows.Inside,
  terminal: windows.Terminal,
  store: windows.Store,
  records: screens.Records,
  switch: screens.Switch,
  share: screens.Share,
  banner: screens.Banner,
  message: screens.Message,
  row: screens.Row,
  taps: screens.Taps,
};
