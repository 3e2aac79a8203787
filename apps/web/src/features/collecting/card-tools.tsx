import { useTranslations } from "next-intl";
import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import { SpriteIcon, type SpriteName } from "#design/sprite.tsx";

type Named = Pick<ProductSummary, "id" | "handle" | "title">;
type Act = "wish" | "pick" | "view";
const icons: Record<Act, SpriteName> = { wish: "heart", pick: "scale", view: "view" };

/** What `Collecting` listens to: a button that says what it does, and of which product. */
function Tool({ act, product, className }: { act: Act; product: Named; className: string }) {
  const t = useTranslations("collect");
  const { id, handle, title } = product;
  return (
    <button
      type="button"
      data-act={act}
      data-id={id}
      data-handle={handle}
      aria-label={t(act, { title })}
      aria-pressed={act === "view" ? undefined : false}
      aria-haspopup={act === "view" ? "dialog" : undefined}
      className={`tool pointer-events-auto grid size-11 place-items-center rounded-pill noscript:hidden ${className}`}
    >
      <span className="grid size-9 place-items-center rounded-pill bg-paper/85 transition-colors">
        <SpriteIcon name={icons[act]} className="size-4.5" />
      </span>
    </button>
  );
}

/** On a card's picture, and of no use without JavaScript. The card around it says where they are seen. */
export function CardTools({ product }: { product: Named }) {
  return (
    <span className="pointer-events-none absolute inset-0 z-10">
      <Tool act="wish" product={product} className="absolute top-1 right-1" />
      <Tool act="pick" product={product} className="absolute bottom-1 left-1" />
      <Tool
        act="view"
        product={product}
        className="absolute right-1 bottom-1 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover:opacity-100 [@media(hover:hover)]:focus-visible:opacity-100"
      />
    </span>
  );
}

/** Beside a product's name. */
export function WishTool({ product }: { product: Named }) {
  return <Tool act="wish" product={product} className="-mt-1 -mr-1 shrink-0" />;
}
