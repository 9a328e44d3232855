/** Hits to look at: pages with their pictures and boxes. @module */
export { boxed, grays } from "./boxed.ts";
export { type HitsPageOptions, hitsHtml } from "./page.ts";
export { PICTURE_LIMITS, PictureLane, type PictureLaneOptions, servePictures } from "./picture-thread.ts";
export { type Deflate, encodePng, type Indexed } from "./png.ts";
export { shownPicture } from "./show.ts";
export { svgFile } from "./svg.ts";
export type * from "./types.ts";
export { NO_PICTURE, STATE } from "./words.ts";
