/** Small line drawings; each stands beside words, so none has a name of its own. @module */
import type { JSX } from "preact";

const PATHS = {
  phone: "M7 2h10v20H7zM10.5 19h3",
  backup: "M8 3h9l3 3v12H8zM16 18v3H4V7h4",
  android: "M6 2h12v20H6zM12 5.2v.6M12 22v-4",
  notice: "M4 18h16l-2-3v-5a6 6 0 00-12 0v5zM10 21h4",
  box: "M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10",
  list: "M4 6h16M4 12h16M4 18h10",
  offline: "M4 4l16 16M9 3v5M15 3v5M7 8h10v4a5 5 0 01-.7 2.5M14 16.5a5 5 0 01-7-4.5V9M12 17v4",
  care: "M12 3l9 17H3zM12 9v5M12 17v.6",
  stop: "M12 2a10 10 0 100 20 10 10 0 000-20zM8 8l8 8M16 8l-8 8",
  info: "M12 2a10 10 0 100 20 10 10 0 000-20zM12 11v6M12 7v.6",
  go: "M8 4l8 8-8 8",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, cls = "icon" }: { readonly name: IconName; readonly cls?: string }): JSX.Element {
  return (
    <svg
      class={cls}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: a sheet against the light. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" fill="#141A2A" />
      <circle cx="24" cy="16" r="11" fill="#FFD27A" />
      <path d="M7 11h20v23H7z" fill="#F3EFE4" fill-opacity=".3" stroke="#F3EFE4" stroke-width="1.6" />
      <path d="M16 16h9M15 20h10M17 24h8" stroke="#141A2A" stroke-width="2.2" />
    </svg>
  );
}

/** A sheet held against the light: the picture of the first screen. */
export function Banner(): JSX.Element {
  return (
    <svg class="strip" viewBox="0 0 352 300" aria-hidden="true">
      <rect width="352" height="300" fill="#141A2A" />
      <circle cx="196" cy="140" r="104" fill="#FFD27A" fill-opacity=".1" />
      <circle cx="196" cy="140" r="84" fill="#FFD27A" fill-opacity=".25" />
      <circle cx="196" cy="140" r="64" fill="#FFD27A" />
      <g transform="rotate(-5 180 160)">
        <path d="M84 42h168v220H84z" fill="#F3EFE4" fill-opacity=".34" stroke="#F3EFE4" stroke-width="1.5" />
        <clipPath id="lamp">
          <circle cx="198" cy="142" r="64" />
        </clipPath>
        <path
          d="M104 72h96M104 224h128M104 236h128M104 248h70M104 210h128"
          stroke="#F3EFE4"
          stroke-opacity=".35"
          stroke-width="2"
        />
        <g clip-path="url(#lamp)" fill="#141A2A">
          <path
            d="M140 96h112v5H140zM132 110h120v5H132zM132 124h120v5H132zM140 182h112v5H140zM140 196h112v5H140z"
            fill-opacity=".28"
          />
          <path d="M132 140h9v30h-9zM145 140h9v30h-9zM158 140h9v30h-9zM184 140h9v30h-9zM197 140h9v30h-9zM223 140h9v30h-9zM236 140h9v30h-9zM171 155h9v15h-9zM210 155h9v15h-9z" />
        </g>
      </g>
    </svg>
  );
}
