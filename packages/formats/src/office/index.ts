/** Texts of office documents and web pages, page by page, with what stands there and is not seen. @module */
export { docxPages } from "./docx.ts";
export { htmlPages } from "./html.ts";
export { odtPages } from "./odt.ts";
export { type Hidden, OFFICE_LIMITS, type TextPage } from "./types.ts";
