import { ShoppingBag } from "lucide-react";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";

/** Nothing in it yet: two ways on. */
export function EmptyBag({ onLeave }: { onLeave?: () => void }) {
  const leave = onLeave && { onClick: onLeave };
  return (
    <div className="flex flex-col items-start gap-5 py-6">
      <EmptyStage Icon={ShoppingBag} hue={235} />
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
