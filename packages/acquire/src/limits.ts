/** Bounds on what a phone can make us keep. A real one stays far below each. @module */

export const LIMITS = {
  /** Bytes of one short answer that is held in memory (lists of packages, mounts, properties). */
  answer: 16_777_216,
  /** Bytes of a text that goes into a file (dumpsys of a phone in use: 60 to 250 MB). */
  text: 2_147_483_648,
  logcat: 1_073_741_824,
  bugreport: 4_294_967_296,
  backup: 4_294_967_296,
  /** Bytes of one APK. */
  apk: 8_589_934_592,
  /** Bytes of one log or temporary file, and of an intrusion log. */
  file: 1_073_741_824,
  /** Files of each of those folders, and their bytes together. */
  files: 2000,
  folder: 4_294_967_296,
  packages: 20_000,
  /** APKs of one package. */
  apks: 256,
  /** Files of `files.json`. */
  listed: 5_000_000,
  /** Bytes of one command line: older phones take 4,096 in one packet. */
  command: 3500,
  /** Bytes of all APKs. */
  total: 512_147_483_648,
} as const;

/** Milliseconds without a byte after which a phone counts as stuck. */
export const SILENCE = {
  answer: 60_000,
  /** Hashing one large APK says nothing meanwhile. */
  slow: 300_000,
  /** A bug report says nothing while it collects. */
  bugreport: 900_000,
  /** The person has to confirm on the phone. */
  confirm: 180_000,
  file: 60_000,
} as const;
