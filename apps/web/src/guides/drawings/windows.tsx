/** Windows of computers: as Finder, Apple's app for Windows and a terminal have them, in outline. @module */
import type { JSX } from "preact";
import { DIM, type DrawingProps, Folder, Frame, LIGHT, Lit, NIGHT, Press, Sheet, Text } from "./base.tsx";

/** A column on the left; the phone in it is lit. */
export function Sidebar({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <path d="M118 38v154" />
      <Text x={24} y={62}>
        {labels[0]}
      </Text>
      <Lit x={20} y={74} w={92} h={28} />
      <Text x={28} y={93} lit>
        {labels[1]}
      </Text>
      <path d="M24 122h70M24 142h56" stroke={DIM} />
      <path d="M136 62h132M136 86h96M136 104h118M136 122h70" stroke={DIM} />
    </Sheet>
  );
}

/** The part "Backups": all data on this computer, and encrypt. */
export function Encrypt({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <Text x={28} y={62}>
        {labels[0]}
      </Text>
      <circle cx="38" cy="82" r="6" stroke={DIM} />
      <path d="M54 82h120" stroke={DIM} />
      <circle cx="38" cy="108" r="7" />
      <circle cx="38" cy="108" r="3" fill={LIGHT} stroke={LIGHT} />
      <Text x={54} y={112}>
        {labels[1]}
      </Text>
      <Lit x={24} y={130} w={252} h={32} />
      <path d="M32 140h13v13H32zM35 146l4 4 8-10" stroke={NIGHT} />
      <Text x={56} y={151} lit>
        {labels[2]}
      </Text>
      <path d="M28 178h90" stroke={DIM} />
    </Sheet>
  );
}

/** A button that starts the backup, and the bar that fills. */
export function BackUp({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <Text x={28} y={64}>
        {labels[0]}
      </Text>
      <path d="M28 84h140" stroke={DIM} />
      <Press x={128} y={104} w={146} h={32}>
        {labels[1]}
      </Press>
      <rect x="28" y="160" width="244" height="12" />
      <rect x="30" y="162" width="118" height="8" fill={LIGHT} stroke="none" />
    </Sheet>
  );
}

/** The list of backups, the newest chosen, and what the right button of the mouse offers. */
export function Manage({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <path d="M14 70h272M14 102h272" stroke={DIM} />
      <path d="M28 54h90M28 124h110" stroke={DIM} />
      <Text x={28} y={91}>
        {labels[0]}
      </Text>
      <rect x="110" y="92" width="164" height="66" rx="5" fill={NIGHT} />
      <path d="M122 108h60" stroke={DIM} />
      <Press x={114} y={120} w={156} h={30}>
        {labels[1]}
      </Press>
    </Sheet>
  );
}

/** The bar with the path, where one types. */
export function PathBar({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <Lit x={24} y={48} w={252} h={28} />
      <Text x={32} y={66} lit mono>
        {labels[0]}
      </Text>
      <Folder x={40} y={102} />
      <Text x={28} y={174}>
        {labels[1]}
      </Text>
    </Sheet>
  );
}

/** A folder, and the file in it that tells that it is a backup. */
export function Inside({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <Text x={28} y={60} mono>
        {labels[0]}
      </Text>
      <path d="M14 72h272" stroke={DIM} />
      <Folder x={28} y={86} />
      <Folder x={116} y={86} />
      <path d="M214 84h26l14 14v38h-40z" stroke={LIGHT} stroke-linejoin="round" />
      <Lit x={180} y={146} w={100} h={26} />
      <Text x={230} y={164} lit mono middle>
        {labels[1]}
      </Text>
      <path d="M32 154h56M120 154h44" stroke={DIM} />
    </Sheet>
  );
}

/** A terminal: what to type is lit. */
export function Terminal({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={8} y={18} w={284} h={174} />
      <Text x={20} y={66} mono>
        $
      </Text>
      <Lit x={32} y={50} w={252} h={26} />
      <Text x={38} y={67} lit mono>
        {labels[0]}
      </Text>
      <path d="M20 100h180M20 122h120M20 144h210" stroke={DIM} />
    </Sheet>
  );
}

/** A shop of apps: the one to install. */
export function Store({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Frame x={14} y={18} w={272} h={174} />
      <path d="M30 54h240" stroke={DIM} />
      <rect x="34" y="74" width="60" height="60" rx="10" />
      <path d="M52 90h24v32H52zM60 116h8" />
      <Text x={110} y={92}>
        {labels[0]}
      </Text>
      <Press x={110} y={104} w={110} h={30}>
        {labels[1]}
      </Press>
      <path d="M34 158h200M34 174h140" stroke={DIM} />
    </Sheet>
  );
}
