/** Reviews and questions as the page brings them: to be read, with nothing to press. */
import type { QuestionPage, ReviewPage } from "@meridian/api/reviews/contract.ts";
import { QuestionList } from "#features/reviews/question-list.tsx";
import { RatingBars } from "#features/reviews/rating-bars.tsx";
import { ReviewList } from "#features/reviews/review-list.tsx";
import { ReviewSortSelect } from "#features/reviews/review-sort-select.tsx";
import { BoardFrame } from "#features/reviews/board-frame.tsx";

type Props<Page> = { page: Page; handle: string };

export function ReviewsAsRead({ page: { summary, items }, handle }: Props<ReviewPage>) {
  return (
    <BoardFrame side={summary.count > 0 ? <RatingBars summary={summary} chosen={null} /> : null}>
      {summary.count > 1 ? <ReviewSortSelect value="newest" /> : null}
      <ReviewList items={items} handle={handle} isOfAll />
    </BoardFrame>
  );
}

export function QuestionsAsRead({ page: { items }, handle }: Props<QuestionPage>) {
  return (
    <div className="grid max-w-4xl gap-8">
      <QuestionList items={items} handle={handle} />
    </div>
  );
}
