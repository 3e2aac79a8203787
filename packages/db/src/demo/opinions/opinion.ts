/** What people say of a demo product, as its author writes it; ids and dates are derived. */
export type DemoReview = {
  kind: "review";
  stars: 1 | 2 | 3 | 4 | 5;
  title: string;
  text: string;
  by: string;
  /** How many found it helpful. */
  helpful: number;
  isVerified: boolean;
};
type DemoAnswer = { text: string; by: string; isStaff: boolean };
export type DemoQuestion = {
  kind: "question";
  text: string;
  by: string;
  answers: readonly DemoAnswer[];
};
/** By the product's handle; the newest first. */
export type Opinions = Readonly<Record<string, readonly (DemoReview | DemoQuestion)[]>>;

/** Of somebody who bought it. */
export function review(
  stars: DemoReview["stars"],
  title: string,
  text: string,
  by: string,
  helpful = 0,
): DemoReview {
  return { kind: "review", stars, title, text, by, helpful, isVerified: true };
}

/** Of somebody who had it from elsewhere. */
export function unverified(...args: Parameters<typeof review>): DemoReview {
  return { ...review(...args), isVerified: false };
}

export function question(text: string, by: string, ...answers: DemoAnswer[]): DemoQuestion {
  return { kind: "question", text, by, answers };
}

export function shop(text: string): DemoAnswer {
  return { text, by: "Meridian", isStaff: true };
}

export function owner(text: string, by: string): DemoAnswer {
  return { text, by, isStaff: false };
}
