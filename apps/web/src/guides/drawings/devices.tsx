/** Phones, computers, cables, time. @module */
import type { JSX } from "preact";
import {
  Arrow,
  type DrawingProps,
  Folder,
  INK,
  Laptop,
  LIGHT,
  Lit,
  NIGHT,
  Phone,
  Press,
  Sheet,
  Text,
} from "./base.tsx";

/** A phone at a computer by its cable. */
export function Cable(): JSX.Element {
  return (
    <Sheet>
      <Phone x={30} y={32} w={70} h={140} />
      <Laptop x={176} y={56} />
      <path d="M65 172v20h90v-84h21" stroke={LIGHT} stroke-width="5" stroke-linejoin="round" />
      <path d="M58 166h14M170 101v14" stroke={LIGHT} stroke-width="7" />
    </Sheet>
  );
}

/** The question of the phone: whether it trusts this computer. */
export function Trust({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Phone x={75} y={12} w={150} h={190} />
      <rect x="88" y="64" width="124" height="92" rx="8" />
      <Text x={150} y={86} middle>
        {labels[0]}
      </Text>
      <Text x={150} y={103} middle>
        {labels[1]}
      </Text>
      <Press x={96} y={120} w={108} h={28}>
        {labels[2]}
      </Press>
    </Sheet>
  );
}

/** The three buttons of an iPhone. */
export function Buttons({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Phone x={105} y={16} />
      <path d="M101 62v22M101 92v22M199 70v34" stroke={LIGHT} stroke-width="6" />
      <path d="M62 73h30M62 103h30M238 87h-30" stroke={LIGHT} />
      <path d="M86 69l7 4-7 4M86 99l7 4-7 4M214 83l-7 4 7 4" stroke={LIGHT} />
      <Text x={8} y={77}>
        {labels[0]}
      </Text>
      <Text x={8} y={107}>
        {labels[0]}
      </Text>
      <Text x={244} y={91}>
        {labels[1]}
      </Text>
    </Sheet>
  );
}

/** A quarter of an hour. */
export function Quarter(): JSX.Element {
  return (
    <Sheet>
      <path d="M150 31a74 74 0 0174 74h-74z" fill={LIGHT} stroke="none" />
      <circle cx="150" cy="105" r="74" />
      <path d="M150 105V44M150 105h50" stroke-width="3" />
      <path d="M150 31v8M224 105h-8M150 179v-8M76 105h8" />
    </Sheet>
  );
}

/** From the phone to the computer. */
export function Send(): JSX.Element {
  return (
    <Sheet>
      <Phone x={28} y={24} w={80} h={160} />
      <path d="M68 86v40M55 98l13-13 13 13M48 114v26h40v-26" stroke={LIGHT} />
      <Arrow x={120} y={105} />
      <Laptop x={190} y={60} />
    </Sheet>
  );
}

/** A folder, and its copy on another disk. */
export function Copy({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Folder x={28} y={66} lit />
      <Arrow x={108} y={92} long={46} />
      <path d="M178 48h94v84h-94zM178 108h94" stroke-linejoin="round" />
      <path d="M258 120h.1" stroke-width="7" stroke-linecap="round" />
      <Folder x={193} y={54} />
      <Text x={60} y={160} middle>
        {labels[0]}
      </Text>
      <Text x={225} y={160} middle>
        {labels[1]}
      </Text>
    </Sheet>
  );
}

/** A password on paper. */
export function Paper({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <path d="M78 24h104l30 30v132H78z" stroke-linejoin="round" />
      <path d="M182 24v30h30" />
      <path d="M96 74h84M96 146h98M96 164h70" stroke-opacity=".5" />
      <Lit x={88} y={90} w={114} h={30} />
      <Text x={145} y={110} lit mono middle>
        {labels[0]}
      </Text>
      <path d="M252 112l-40 56-6 20 18-11 40-56z" fill={NIGHT} stroke={INK} stroke-linejoin="round" />
    </Sheet>
  );
}

/** A warning on one phone, and another that takes its picture. */
export function Picture({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <Phone x={24} y={20} w={96} h={170} />
      <Lit x={34} y={52} w={76} h={34} />
      <Text x={72} y={73} lit middle>
        {labels[0]}
      </Text>
      <path d="M34 104h76M34 120h76M34 136h50" stroke-opacity=".5" />
      <path d="M168 76h28l8-14h34l8 14h28v84H168z" stroke-linejoin="round" />
      <circle cx="221" cy="116" r="26" stroke={LIGHT} stroke-width="4" />
      <path d="M130 84l26 14M130 132l26-8" stroke={LIGHT} stroke-dasharray="4 5" />
    </Sheet>
  );
}
