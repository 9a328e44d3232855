/**
 * The server of adb as far as a client needs it: versions, a list of phones, and services of one of them, passed on to a scripted
 * phone. Requests: 4 hexadecimal digits of length, text; answers: `OKAY` or `FAIL`. Source: AOSP `packages/modules/adb/SERVICES.TXT`.
 */
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Adb } from "@yume-chan/adb";

export interface FakeServer extends AsyncDisposable {
  readonly port: number;
  /** Lines of `adb devices -l`, as they are now. */
  devices: string;
  readonly requests: string[];
}

const sized = (text: string): string => `${text.length.toString(16).padStart(4, "0")}${text}`;

export async function fakeServer(devices: string, adb?: Adb): Promise<FakeServer> {
  const open = new Set<Socket>();
  const requests: string[] = [];
  const made = { devices };
  const pass = async (socket: Socket, service: string): Promise<void> => {
    const channel = await adb!.createSocket(service).catch(() => undefined);
    if (!channel) return void socket.end(`FAIL${sized("closed")}`);
    socket.write("OKAY");
    const writer = channel.writable.getWriter();
    socket.on("data", (b) => void writer.write(new Uint8Array(b)).catch(() => {}));
    socket.on("close", () => void Promise.resolve(channel.close()).catch(() => {}));
    const reader = channel.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || socket.destroyed) break;
      if (!socket.write(value))
        await new Promise((resolve) => void socket.once("drain", resolve).once("close", resolve));
    }
    socket.end();
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    let buffer = Buffer.alloc(0);
    const onData = (b: Buffer): void => {
      buffer = Buffer.concat([buffer, b]);
      for (;;) {
        const length = Number.parseInt(buffer.subarray(0, 4).toString(), 16);
        if (buffer.length < 4 || buffer.length < 4 + length) return;
        const request = buffer.subarray(4, 4 + length).toString();
        buffer = buffer.subarray(4 + length);
        requests.push(request);
        if (request === "host:version") socket.end(`OKAY${sized("0029")}`);
        else if (request === "host:devices-l") socket.end(`OKAY${sized(made.devices)}`);
        else if (request === "host:features") socket.end(`OKAY${sized(adb?.deviceFeatures.join(",") ?? "")}`);
        else if (request.startsWith("host:tport:serial:"))
          socket.write(Buffer.concat([Buffer.from("OKAY"), Buffer.from([1, 0, 0, 0, 0, 0, 0, 0])]));
        else if (request.startsWith("host:transport-id:")) socket.write("OKAY");
        else if (request.startsWith("host-transport-id:")) socket.write("OKAY");
        else {
          socket.off("data", onData);
          void pass(socket, request);
        }
      }
    };
    socket.on("data", onData);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    get devices() {
      return made.devices;
    },
    set devices(text) {
      made.devices = text;
    },
    [Symbol.asyncDispose]() {
      for (const s of open) s.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
