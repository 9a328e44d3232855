/**
 * A phone that is a script: what adbd says on the wire, with no phone behind it. A table answers commands, a tree of files answers
 * sync; both of its versions, so that other clients can be tried on it too. It writes nothing, and keeps a list of whoever asks
 * it to (`breaches`): a test fails on one. No Node in it, so that it also stands behind a mock of WebUSB.
 *
 * Sources: AOSP `packages/modules/adb` `protocol.txt`, `SERVICES.TXT`, `SYNC.TXT`, `shell_protocol.h`.
 */

/** Content that is made when asked for, so that 3 GB need no memory. */
export interface FakeFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  readonly mode?: number;
  /** Seconds. */
  readonly modified?: number;
}

export interface Answer {
  readonly out?: string | Uint8Array | Iterable<Uint8Array>;
  readonly err?: string;
  /** 0 if it is not said. */
  readonly exit?: number;
  /** Says nothing more after its output, and does not end. */
  readonly hangs?: true;
}

export interface FakeScript {
  /** Undefined: this phone knows no such command. */
  command(line: string): Answer | undefined;
  readonly files: ReadonlyMap<string, FakeFile>;
  /** `yes`: a new key is let in when it is shown; `no`: the question stays open. */
  readonly allows?: "yes" | "no";
  readonly features?: readonly string[];
}

const CNXN = 0x4e584e43;
const AUTH = 0x48545541;
const OPEN = 0x4e45504f;
const OKAY = 0x59414b4f;
const WRTE = 0x45545257;
const CLSE = 0x45534c43;
const MAX_PAYLOAD = 1 << 20;
const DATA_MOST = 65_536;
const FEATURES = ["shell_v2", "cmd", "stat_v2", "ls_v2", "sendrecv_v2"];
/** What a phone keeps of, or changes by: none of it may be asked for. */
const WRITES =
  /(^|[;&|(]|do)\s*(rm|mv|cp|touch|mkdir|chmod|chown|ln|dd|tee|setprop|svc|input|reboot|wipe|kill|monkey)\b|\b(settings|device_config) (put|delete|reset)|\bpm (un)?install|\bpm (clear|grant|revoke|enable|disable|hide|suspend)|\bam (start|force|kill|broadcast|crash)|\bcontent (insert|update|delete|write)|\blogcat\b.*\s-(c|G|P)\b|dumpsys .*(--reset|reset|write|flush)|\bcmd \w+ (set|put|reset)/;

const text = new TextEncoder();
const shown = new TextDecoder();

function packet(command: number, arg0: number, arg1: number, payload: Uint8Array = new Uint8Array(0)): Uint8Array {
  const whole = new Uint8Array(24 + payload.length);
  const view = new DataView(whole.buffer);
  let sum = 0;
  for (const b of payload) sum = (sum + b) >>> 0;
  for (const [i, v] of [command, arg0, arg1, payload.length, sum, (command ^ 0xffffffff) >>> 0].entries())
    view.setUint32(i * 4, v, true);
  whole.set(payload, 24);
  return whole;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    whole.set(p, at);
    at += p.length;
  }
  return whole;
}

const u32 = (...values: readonly number[]): Uint8Array => {
  const whole = new Uint8Array(values.length * 4);
  const view = new DataView(whole.buffer);
  for (const [i, v] of values.entries()) view.setUint32(i * 4, v >>> 0, true);
  return whole;
};
const u64 = (v: number): Uint8Array => u32(v % 2 ** 32, Math.floor(v / 2 ** 32));

/** RSA with PKCS#1 padding of a token that counts as a SHA-1 (`adb_auth`): whether the key of a public blob made this. */
function signed(blob: Uint8Array, token: Uint8Array, signature: Uint8Array): boolean {
  const big = (bytes: Iterable<number>): bigint => {
    let v = 0n;
    for (const b of bytes) v = (v << 8n) | BigInt(b);
    return v;
  };
  const n = big([...blob.subarray(8, 264)].reverse());
  let [base, out] = [big(signature) % n, 1n];
  for (let e = 65_537n; e > 0n; e >>= 1n) {
    if (e & 1n) out = (out * base) % n;
    base = (base * base) % n;
  }
  const hex = out.toString(16).padStart(512, "0");
  const tail = [...token].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.startsWith("0001ff") && hex.endsWith(`003021300906052b0e03021a05000414${tail}`);
}

/** What one channel of a connection does with what comes in. */
interface Service {
  /** Bytes from the other side. */
  take(bytes: Uint8Array): void;
}

interface Stream {
  readonly local: number;
  readonly remote: number;
  service?: Service;
  acknowledged?: (() => void) | undefined;
  closed: boolean;
}

export class FakeAdbd {
  readonly script: FakeScript;
  /** What asked this phone to change something, or for what it does not know. */
  readonly breaches: string[] = [];
  /** Commands and paths in the order in which they were asked for. */
  readonly asked: string[] = [];
  /** Keys that were let in, as Android writes them. */
  readonly keys: Uint8Array[] = [];
  /** Called with each path that is read whole. */
  onRead: ((path: string) => void) | undefined;
  /** Called before each block that goes out, with all bytes of output so far. */
  onOutput: ((bytes: number) => void) | undefined;
  sent = 0;

  constructor(script: FakeScript) {
    this.script = script;
  }

  /** A new connection: what comes in goes to the function that it returns. `hold` says when more may be sent. */
  connect(send: (bytes: Uint8Array) => void, hold: () => Promise<void> | void = () => {}): (bytes: Uint8Array) => void {
    const streams = new Map<number, Stream>();
    let waiting: Uint8Array = new Uint8Array(0);
    let token = crypto.getRandomValues(new Uint8Array(20));
    let open = false;
    let next = 1;
    const { features = FEATURES, allows = "yes", files } = this.script;

    const welcome = (): void => {
      open = true;
      send(
        packet(
          CNXN,
          0x01000001,
          MAX_PAYLOAD,
          text.encode(`device::ro.product.name=fake;features=${features.join(",")}`),
        ),
      );
    };
    const challenge = (): void => {
      token = crypto.getRandomValues(new Uint8Array(20));
      send(packet(AUTH, 1, 0, token));
    };
    const authenticate = (kind: number, payload: Uint8Array): void => {
      if (kind === 2) {
        if (this.keys.some((k) => signed(k, token, payload))) welcome();
        else challenge();
      } else if (kind === 3 && allows === "yes") {
        const [base = ""] = shown.decode(payload).replace(/\0$/, "").split(" ");
        this.keys.push(Uint8Array.from(atob(base), (c) => c.charCodeAt(0)));
        welcome();
      }
    };
    /** One block, and the wait until the other side has taken it. */
    const write = async (s: Stream, bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length && !s.closed; at += MAX_PAYLOAD) {
        await hold();
        const part = bytes.subarray(at, at + MAX_PAYLOAD);
        this.sent += part.length;
        this.onOutput?.(this.sent);
        await new Promise<void>((resolve) => {
          s.acknowledged = resolve;
          send(packet(WRTE, s.local, s.remote, part));
        });
      }
    };
    const close = (s: Stream): void => {
      if (s.closed) return;
      s.closed = true;
      streams.delete(s.local);
      send(packet(CLSE, s.local, s.remote));
    };
    const blocks = function* (out: Answer["out"]): Iterable<Uint8Array> {
      if (out === undefined) return;
      if (typeof out === "string") yield text.encode(out);
      else if (out instanceof Uint8Array) yield out;
      else yield* out;
    };
    const answer = (line: string): Answer => {
      this.asked.push(line);
      if (WRITES.test(line) || /(?<!2)>(?!&)|2>(?!\s*\/dev\/null|&1)/.test(line)) this.breaches.push(`writes: ${line}`);
      const known = this.script.command(line);
      if (known === undefined) this.breaches.push(`unknown: ${line}`);
      return known ?? { err: "inaccessible or not found\n", exit: 127 };
    };
    const shell = async (s: Stream, line: string, framed: boolean): Promise<void> => {
      const a = answer(line);
      const frame = (id: number, b: Uint8Array): Uint8Array => joined(Uint8Array.of(id), u32(b.length), b);
      for (const b of blocks(a.out)) {
        if (s.closed) return;
        await write(s, framed ? frame(1, b) : b);
      }
      if (a.err) await write(s, framed ? frame(2, text.encode(a.err)) : text.encode(a.err));
      if (a.hangs) return;
      if (framed) await write(s, frame(3, Uint8Array.of(a.exit ?? 0)));
      close(s);
    };
    const sync = (s: Stream): Service => {
      let buffer: Uint8Array = new Uint8Array(0);
      let busy = Promise.resolve();
      const stat = (path: string): readonly [number, number, number] => {
        const file = files.get(path);
        if (file) return [file.mode ?? 0o100644, file.size, file.modified ?? 0];
        const folder =
          path === "/" || [...files.keys()].some((k) => k.startsWith(path.endsWith("/") ? path : `${path}/`));
        return folder ? [0o40755, 4096, 0] : [0, 0, 0];
      };
      const stat2 = (path: string): Uint8Array => {
        const [mode, size, time] = stat(path);
        const zero = u64(0);
        return joined(
          u32(mode === 0 ? 2 : 0),
          zero,
          u64(1),
          u32(mode, 1, 0, 0),
          u64(size),
          u64(time),
          u64(time),
          u64(time),
        );
      };
      const children = (path: string): string[] => {
        const top = path.endsWith("/") ? path : `${path}/`;
        const below = [...files.keys()].filter((k) => k.startsWith(top)).map((k) => k.slice(top.length).split("/")[0]!);
        return [...new Set(below)].sort();
      };
      const receive = async (path: string): Promise<void> => {
        this.asked.push(`RECV ${path}`);
        this.onRead?.(path);
        const file = files.get(path);
        if (!file) {
          const why = text.encode("No such file or directory");
          return write(s, joined(text.encode("FAIL"), u32(why.length), why));
        }
        for (let at = 0; at < file.size && !s.closed; at += DATA_MOST) {
          const part = file.read(at, Math.min(DATA_MOST, file.size - at));
          await write(s, joined(text.encode("DATA"), u32(part.length), part));
        }
        await write(s, joined(text.encode("DONE"), u32(0)));
      };
      const one = async (id: string, path: string): Promise<void> => {
        if (id === "STAT") return write(s, joined(text.encode("STAT"), u32(...stat(path))));
        if (id === "STA2" || id === "LST2") return write(s, joined(text.encode(id), stat2(path)));
        if (id === "LIST" || id === "LIS2") {
          const two = id === "LIS2";
          for (const name of children(path)) {
            const full = `${path.endsWith("/") ? path : `${path}/`}${name}`;
            const about = two ? stat2(full) : u32(...stat(full));
            await write(s, joined(text.encode(two ? "DNT2" : "DENT"), about, u32(name.length), text.encode(name)));
          }
          return write(s, joined(text.encode("DONE"), new Uint8Array(two ? 72 : 16)));
        }
        if (id === "RECV") return receive(path);
        this.breaches.push(`sync ${id} ${path}`);
        const why = text.encode("read only");
        return write(s, joined(text.encode("FAIL"), u32(why.length), why));
      };
      let second: string | undefined;
      const step = (): boolean => {
        if (second !== undefined) {
          // The second half of RCV2: its name again, flags.
          if (buffer.length < 8) return false;
          const path = second;
          second = undefined;
          buffer = buffer.slice(8);
          busy = busy.then(() => receive(path));
          return true;
        }
        if (buffer.length < 8) return false;
        const id = shown.decode(buffer.subarray(0, 4));
        const length = new DataView(buffer.buffer, buffer.byteOffset).getUint32(4, true);
        if (id === "QUIT") {
          buffer = buffer.slice(8);
          busy = busy.then(() => close(s));
          return true;
        }
        if (buffer.length < 8 + length) return false;
        const path = shown.decode(buffer.subarray(8, 8 + length));
        buffer = buffer.slice(8 + length);
        if (id === "RCV2") second = path;
        else busy = busy.then(() => one(id, path));
        return true;
      };
      return {
        take(bytes) {
          buffer = joined(buffer, bytes);
          while (step());
        },
      };
    };
    const start = (remote: number, service: string): void => {
      const s: Stream = { local: next++, remote, closed: false };
      const found = /^(shell,v2[^:]*|shell|exec):([\s\S]*)$/.exec(service);
      if (!found && service !== "sync:") {
        this.breaches.push(`service ${service}`);
        send(packet(CLSE, 0, remote));
        return;
      }
      streams.set(s.local, s);
      send(packet(OKAY, s.local, remote));
      s.service = found ? { take() {} } : sync(s);
      // Not in the same turn: a client that has not seen the OKAY does not know the stream.
      if (found) setTimeout(() => void shell(s, found[2]!, found[1]!.startsWith("shell,v2")), 0);
    };
    const handle = (command: number, arg0: number, arg1: number, payload: Uint8Array): void => {
      if (command === CNXN) challenge();
      else if (command === AUTH) authenticate(arg0, payload);
      else if (open && command === OPEN) start(arg0, shown.decode(payload).replace(/\0$/, ""));
      const s = streams.get(arg1);
      if (!open || command === OPEN || !s) return;
      if (command === OKAY) {
        const go = s.acknowledged;
        s.acknowledged = undefined;
        go?.();
      } else if (command === WRTE) {
        send(packet(OKAY, s.local, s.remote));
        s.service?.take(payload);
      } else if (command === CLSE) {
        close(s);
        s.acknowledged?.();
      }
    };
    return (bytes) => {
      waiting = waiting.length === 0 ? bytes : joined(waiting, bytes);
      for (;;) {
        if (waiting.length < 24) return;
        const view = new DataView(waiting.buffer, waiting.byteOffset);
        const length = view.getUint32(12, true);
        if (waiting.length < 24 + length) return;
        const payload = waiting.slice(24, 24 + length);
        const [command, arg0, arg1] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
        waiting = waiting.subarray(24 + length);
        handle(command, arg0, arg1, payload);
      }
    };
  }
}
