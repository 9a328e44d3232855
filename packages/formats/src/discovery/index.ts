/** How machines of one network find each other and say what they are. Knows no flows. @module */
export { type Dhcp, readDhcp } from "./dhcp.ts";
export { type Maker, type MakerMessage, readMaker } from "./makers.ts";
export { readWsDiscovery, type WsDiscovery } from "./wsd.ts";
export { xmlValues } from "./xml.ts";
