import type { Product } from "@meridian/api/catalog/contract.ts";
import { WishTool } from "#features/collecting/card-tools.tsx";
import { RatingLink } from "#features/reviews/rating-link.tsx";

/** What it is called, in large; what people think of it; and the heart. */
export function ProductHeading({ product }: { product: Product }) {
  return (
    <div>
      <div className="flex items-start justify-between gap-3">
        <h1 className="text-[clamp(2.25rem,3.4vw,3.5rem)] leading-none">{product.title}</h1>
        <WishTool product={product} />
      </div>
      <p className="mt-4 text-lead text-quiet">{product.subtitle}</p>
      <RatingLink rating={product.rating} />
    </div>
  );
}
