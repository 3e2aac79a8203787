import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import type { ReactNode } from "react";
import { phoneWidth } from "#design/picture.tsx";
import { ProductCard } from "#features/catalog/product-card.tsx";

const grid = "grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-6 xl:grid-cols-4";
const wide = "md:col-span-2 md:row-span-2";

/** Equal cards with one deliberate exception: the first is told large, where there are enough to carry it. */
export function ProductGrid({
  products,
  isFirstPage = true,
  children,
}: {
  products: readonly ProductSummary[];
  isFirstPage?: boolean;
  children?: ReactNode;
}) {
  const hasLarge = isFirstPage && products.length >= 5;
  return (
    <ul className={grid}>
      {products.map((product, index) => {
        const isLarge = hasLarge && index === 0;
        return (
          <li key={product.id} className={isLarge ? `col-span-2 ${wide}` : ""}>
            <ProductCard
              product={product}
              isLarge={isLarge}
              isEager={isFirstPage && index < 2}
              {...(isLarge && { sizes: `(min-width: 48rem) 46vw, ${phoneWidth}` })}
            />
          </li>
        );
      })}
      {children}
    </ul>
  );
}
