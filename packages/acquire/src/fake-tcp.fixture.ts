/** A scripted phone on a port of this computer, as `adb connect` or `--connect` reach it. */
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { FakeAdbd } from "./fake-adbd.fixture.ts";

export interface FakeTcp {
  readonly port: number;
  /** Cuts every connection, as a cable that is pulled. */
  cut(): void;
  close(): Promise<void>;
}

/** `change`: what becomes of the bytes on their way out. */
export async function fakeTcp(phone: FakeAdbd, change: (bytes: Uint8Array) => Uint8Array = (b) => b): Promise<FakeTcp> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    const take = phone.connect(
      (bytes) => {
        if (!socket.destroyed) socket.write(change(bytes));
      },
      () => (socket.writableNeedDrain ? new Promise((resolve) => void socket.once("drain", resolve)) : undefined),
    );
    socket.on("data", (b) => take(new Uint8Array(b)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => {
    for (const s of open) s.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
