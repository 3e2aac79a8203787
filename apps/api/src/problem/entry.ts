export type ReasonEntry = {
  status: number;
  title: string;
  /** What happened and what to do, for the page that `type` points to. */
  meaning: string;
};

export const entry = (status: number, title: string, meaning: string): ReasonEntry => ({
  status,
  title,
  meaning,
});
