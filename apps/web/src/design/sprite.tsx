import type { ReactNode } from "react";

/** Lucide's drawings (ISC) of what stands on every card: drawn once in a page, and used from there. */
const drawings = {
  heart: (
    <path d="M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.500-1.500-3-3.200-3-5.500" />
  ),
  scale: (
    <>
      <path d="M12 3v18M7 21h10M3 7h2c2 0 5-1 7-2 2 1 5 2 7 2h2" />
      <path d="m16 16 3-8 3 8c-.87.65-1.920 1-3 1s-2.130-.35-3-1ZM2 16l3-8 3 8c-.87.65-1.920 1-3 1s-2.130-.35-3-1Z" />
    </>
  ),
  view: <path d="M15 3h6v6M9 21H3v-6M21 3l-7 7M3 21l7-7" />,
} satisfies Record<string, ReactNode>;
export type SpriteName = keyof typeof drawings;

/** Once in a page. */
export function Sprite() {
  return (
    <svg aria-hidden="true" className="hidden">
      {Object.entries(drawings).map(([name, drawing]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {drawing}
        </symbol>
      ))}
    </svg>
  );
}

export function SpriteIcon({
  name,
  className = "size-5",
}: {
  name: SpriteName;
  className?: string;
}) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <use href={`#icon-${name}`} />
    </svg>
  );
}
