import { getTranslations } from "next-intl/server";
import type { Product } from "@meridian/api/catalog/contract.ts";
import { MoreMessages } from "#i18n/browser-messages.tsx";
import { QuestionBoard } from "#features/reviews/question-board.tsx";
import { ReviewBoard } from "#features/reviews/review-board.tsx";
import { findPublished } from "#features/reviews/reviews-data.ts";

/** What people write about a product: readable as it comes, alive with JavaScript. */
export async function ReviewsSection({ product }: { product: Product }) {
  const t = await getTranslations("reviews");
  const { handle } = product;
  const { reviews, questions } = await findPublished(product);
  return (
    <MoreMessages namespaces={["reviews"]}>
      <section id="reviews" aria-labelledby="reviews-title" className="scroll-mt-28 pt-24 md:pt-32">
        <h2 id="reviews-title" className="mb-8 text-heading">
          {t("title")}
        </h2>
        <ReviewBoard handle={handle} first={reviews} />
      </section>
      <section
        id="questions"
        aria-labelledby="questions-title"
        className="scroll-mt-28 pt-20 md:pt-24"
      >
        <h2 id="questions-title" className="mb-8 text-heading">
          {t("questions")}
        </h2>
        <QuestionBoard handle={handle} first={questions} />
      </section>
    </MoreMessages>
  );
}
