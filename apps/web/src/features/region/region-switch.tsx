import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { Check } from "lucide-react";
import { regionIds, regions } from "#features/region/regions.ts";
import { MenuPopover } from "#features/shell/menu-popover.tsx";

/**
 * Where to ship to, which decides currency and tax. The choice is a cookie; the links carry it as
 * `?region=`, so that they work without JavaScript, and any address can be shared with its market.
 */
export function RegionSwitch({ region, className }: { region: RegionId; className: string }) {
  return (
    <>
      <button type="button" popoverTarget="region-menu" className={className}>
        <span className="sr-only">Shipping to {regions[region].name}, prices in </span>
        {regions[region].currency}
      </button>
      <MenuPopover
        isNarrow
        id="region-menu"
        label="Where to ship to"
        className="fixed inset-[auto] top-16 right-4 m-0 w-72 rounded-stage bg-raised p-3 pt-14 text-ink shadow-panel"
      >
        <p className="absolute top-6 left-6 text-small text-quiet">Ship to</p>
        <ul>
          {regionIds.map((id) => (
            <li key={id}>
              {/* Not a Link: every page of the other market is another page. */}
              <a
                href={`?region=${id}`}
                aria-current={id === region ? "true" : undefined}
                className="flex min-h-12 items-center gap-3 rounded-small px-3 hover:bg-sunken aria-[current]:font-semibold"
              >
                <Check
                  aria-hidden="true"
                  className={`size-4 ${id === region ? "text-action" : "invisible"}`}
                />
                <span className="flex-1">{regions[id].name}</span>
                <span className="text-small text-quiet">{regions[id].currency}</span>
              </a>
            </li>
          ))}
        </ul>
      </MenuPopover>
    </>
  );
}
