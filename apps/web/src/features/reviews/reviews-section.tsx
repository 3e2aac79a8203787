import { getTranslations } from "next-intl/server";
import type { Product } from "@meridian/api/catalog/contract.ts";
import { MoreMessages } from "#i18n/browser-messages.tsx";
import { QuestionsAlive, ReviewsAlive } from "#features/reviews/alive.tsx";
import { QuestionsAsRead, ReviewsAsRead } from "#features/reviews/as-read.tsx";
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
        <ReviewsAlive handle={handle} first={reviews}>
          {reviews ? <ReviewsAsRead page={reviews} handle={handle} /> : null}
        </ReviewsAlive>
      </section>
      <section
        id="questions"
        aria-labelledby="questions-title"
        className="scroll-mt-28 pt-20 md:pt-24"
      >
        <h2 id="questions-title" className="mb-8 text-heading">
          {t("questions")}
        </h2>
        <QuestionsAlive handle={handle} first={questions}>
          {questions ? <QuestionsAsRead page={questions} handle={handle} /> : null}
        </QuestionsAlive>
      </section>
    </MoreMessages>
  );
}
