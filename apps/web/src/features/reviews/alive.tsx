"use client";

import type { QuestionPage, ReviewPage } from "@meridian/api/reviews/contract.ts";
import type { ReactNode } from "react";
import { useWhenUsed } from "#browser/use-when-used.ts";

const loadReviews = () => import("#features/reviews/review-board.tsx");
const loadQuestions = () => import("#features/reviews/question-board.tsx");

type Props<Page> = { handle: string; first: Page | null; children: ReactNode };

/** @param children the same reviews to be read, until somebody is there who could choose or write */
export function ReviewsAlive({ children, ...props }: Props<ReviewPage>) {
  const board = useWhenUsed(loadReviews);
  return board ? <board.ReviewBoard {...props} /> : children;
}

/** @param children the same questions to be read */
export function QuestionsAlive({ children, ...props }: Props<QuestionPage>) {
  const board = useWhenUsed(loadQuestions);
  return board ? <board.QuestionBoard {...props} /> : children;
}
