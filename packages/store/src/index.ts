/** The result folder: writer, reader, timeline. @module */
export * from "./encode.ts";
export * from "./reader.ts";
export * from "./timeline.ts";
export * from "./writer.ts";
