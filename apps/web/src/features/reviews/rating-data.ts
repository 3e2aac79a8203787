import type { Rating } from "@meridian/api/catalog/contract.ts";
import type { Review } from "@meridian/api/reviews/contract.ts";

/** What people think of a product, beside what it is: schema.org. Nothing where nobody has said anything. */
export function ratingData(rating: Rating | null, reviews: readonly Review[]) {
  if (rating === null) return {};
  return {
    aggregateRating: {
      "@type": "AggregateRating",
      ratingValue: rating.average,
      reviewCount: rating.count,
      bestRating: 5,
      worstRating: 1,
    },
    review: reviews.map(({ rating: stars, title, body, displayName, publishedAt }) => ({
      "@type": "Review",
      name: title,
      reviewBody: body,
      author: { "@type": "Person", name: displayName },
      datePublished: publishedAt.slice(0, 10),
      reviewRating: { "@type": "Rating", ratingValue: stars, bestRating: 5, worstRating: 1 },
    })),
  };
}
