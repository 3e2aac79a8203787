import type { LucideIcon } from "lucide-react";
import type { CSSProperties } from "react";

/** A stage on which nothing stands yet. */
export function EmptyStage({ Icon, hue }: { Icon: LucideIcon; hue: number }) {
  return (
    <span
      aria-hidden="true"
      className="stage grid aspect-5/3 w-full max-w-sm place-items-center rounded-stage text-hue"
      style={{ "--hue": hue } as CSSProperties}
    >
      <Icon className="size-16" strokeWidth={1} />
    </span>
  );
}
