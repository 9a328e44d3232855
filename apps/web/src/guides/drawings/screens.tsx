/** Screens of a phone: lists, switches, the sheet that shares, a banner of an account. @module */
import type { JSX } from "preact";
import { DIM, type DrawingProps, LIGHT, Lit, NIGHT, Press, Sheet, Text } from "./base.tsx";

/** The list of analytics data; the record is lit. Names as iOS writes them. */
export function Records({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="50" y="14" width="200" height="182" rx="10" />
      <path d="M50 46h200M50 76h200M50 106h200M50 142h200M50 170h200" />
      <Lit x={51} y={107} w={198} h={34} r={0} />
      {[35, 65, 95].map((y) => (
        <path key={y} d={`M62 ${y - 4}h${100 + (y % 40)}`} stroke={DIM} />
      ))}
      <Text x={62} y={129} lit mono>
        {labels[0]}
      </Text>
      <path d="M62 156h120M62 184h90" stroke={DIM} />
    </Sheet>
  );
}

/** A row of the settings with its switch. */
export function Switch({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="40" y="14" width="220" height="182" rx="10" />
      <path d="M40 50h220M40 86h220" stroke={DIM} />
      <path d="M56 32h110M56 68h80" stroke={DIM} />
      <Lit x={41} y={87} w={218} h={42} r={0} />
      <Text x={54} y={112} lit>
        {labels[0]}
      </Text>
      <rect x="212" y="97" width="38" height="22" rx="11" fill={NIGHT} stroke="none" />
      <circle cx="239" cy="108" r="8" fill={LIGHT} stroke="none" />
      <path d="M40 129h220M40 164h220" stroke={DIM} />
      <path d="M56 147h100M56 180h130" stroke={DIM} />
    </Sheet>
  );
}

/** A list of settings with the row to touch. */
export function Row({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="40" y="14" width="220" height="182" rx="10" />
      <path d="M40 50h220M40 86h220M40 129h220M40 164h220" stroke={DIM} />
      <path d="M56 32h110M56 68h80M56 147h120M56 180h90" stroke={DIM} />
      <Lit x={41} y={87} w={218} h={42} r={0} />
      <Text x={54} y={113} lit>
        {labels[0]}
      </Text>
    </Sheet>
  );
}

/** A row to touch several times. */
export function Taps({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="30" y="14" width="190" height="182" rx="10" />
      <path d="M30 46h190M30 78h190M30 160h190" stroke={DIM} />
      <path d="M46 30h90M46 62h70M46 143h110M46 178h80" stroke={DIM} />
      <Lit x={31} y={79} w={188} h={44} r={0} />
      <Text x={42} y={106} lit>
        {labels[0]}
      </Text>
      <path d="M228 101h14M228 84l12-8M228 118l12 8" stroke={LIGHT} stroke-width="3" />
      <Text x={248} y={107}>
        {labels[1]}
      </Text>
    </Sheet>
  );
}

/** The sign for sharing, and what to choose then. */
export function Share({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="40" y="14" width="220" height="182" rx="10" />
      <Lit x={206} y={22} w={42} h={42} r={6} />
      <path d="M227 30v20M219 37l8-8 8 8M216 44v13h22V44" stroke={NIGHT} />
      <path d="M56 42h110" stroke={DIM} />
      <path d="M40 74h220" stroke={DIM} />
      <Text x={56} y={100}>
        {labels[0]}
      </Text>
      <path d="M40 114h220M40 160h220" stroke={DIM} />
      <Press x={52} y={122} w={196} h={30}>
        {labels[1]}
      </Press>
      <path d="M56 178h90" stroke={DIM} />
    </Sheet>
  );
}

/** The page of an account; its warning is on top. */
export function Banner({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <rect x="20" y="18" width="260" height="174" rx="6" />
      <path d="M20 44h260" />
      <Text x={32} y={36} mono>
        {labels[0]}
      </Text>
      <Lit x={32} y={56} w={236} h={36} />
      <Text x={44} y={79} lit>
        {labels[1]}
      </Text>
      <circle cx="54" cy="124" r="14" stroke={DIM} />
      <path d="M82 118h110M82 132h70M32 160h200M32 176h150" stroke={DIM} />
    </Sheet>
  );
}

/** A message to a person who can help. */
export function Message({ labels }: DrawingProps): JSX.Element {
  return (
    <Sheet>
      <path d="M36 24h200v62H96l-24 20V86H36z" fill={LIGHT} stroke="none" />
      <Text x={50} y={50} lit>
        {labels[0]}
      </Text>
      <Text x={50} y={70} lit>
        {labels[1]}
      </Text>
      <path d="M120 124h144v46H148l-20 16v-16h-8z" stroke-linejoin="round" />
      <path d="M136 140h108M136 154h70" stroke={DIM} />
    </Sheet>
  );
}
