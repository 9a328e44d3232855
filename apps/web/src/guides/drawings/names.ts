/** Every drawing by its name, and how many letters have room in each of its words. @module */

export const ROOM = {
  cable: [],
  trust: [20, 20, 16],
  buttons: [8, 8],
  quarter: [],
  send: [],
  copy: [12, 14],
  paper: [15],
  picture: [10],
  sidebar: [13, 12],
  encrypt: [30, 32, 30],
  "back-up": [32, 18],
  manage: [13, 20],
  "path-bar": [30, 30],
  inside: [30, 12],
  terminal: [31],
  store: [22, 14],
  records: [25],
  switch: [22],
  share: [24, 24],
  banner: [28, 28],
  message: [25, 25],
  row: [24],
  taps: [22, 4],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type DrawingId = keyof typeof ROOM;
