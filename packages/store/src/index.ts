/** The result folder: writer, reader, timeline. @module */
export * from "./bytes.ts";
export * from "./encode.ts";
export { writeRecord } from "./line.ts";
export * from "./meets.ts";
export * from "./reader.ts";
export * from "./timeline.ts";
export * from "./writer.ts";
