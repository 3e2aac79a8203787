import type { Product } from "@meridian/api/catalog/contract.ts";
import { RatingLink } from "#features/reviews/rating-link.tsx";

/** What it is called, and what people think of it. */
export function ProductHeading({ product }: { product: Product }) {
  return (
    <div>
      <h1 className="text-[clamp(2.25rem,3.4vw,3.5rem)] leading-none">{product.title}</h1>
      <p className="mt-4 text-lead text-quiet">{product.subtitle}</p>
      <RatingLink rating={product.rating} />
    </div>
  );
}
