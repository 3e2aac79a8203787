import { ShoppingBag } from "lucide-react";
import type { CSSProperties } from "react";
import { ButtonLink } from "#design/button.tsx";

/** Nothing in it yet: two ways on. */
export function EmptyBag({ onLeave }: { onLeave?: () => void }) {
  const leave = onLeave && { onClick: onLeave };
  return (
    <div className="flex flex-col items-start gap-5 py-6">
      <span
        aria-hidden="true"
        className="stage grid aspect-5/3 w-full max-w-sm place-items-center rounded-stage text-hue"
        style={{ "--hue": 235 } as CSSProperties}
      >
        <ShoppingBag className="size-16" strokeWidth={1} />
      </span>
      <p className="max-w-sm text-quiet">
        Nothing in here yet. What you put in stays on this device, also when you close the page.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/search?sort=newest" {...leave}>
          See what is new
        </ButtonLink>
        <ButtonLink href="/" look="quiet" {...leave}>
          Back to the shop
        </ButtonLink>
      </div>
    </div>
  );
}
