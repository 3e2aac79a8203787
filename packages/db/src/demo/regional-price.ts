/** How a price in euros becomes a price tag elsewhere: a fixed rate, then the ending shoppers there expect. */
type Tag = { currency: string; perEuro: number; round: (amount: number) => number };

/** 0.90 below 100, whole tens less one above: 45.90, 149.00. In cents. */
const cents =
  (ending: number) =>
  (amount: number): number =>
    amount < 100
      ? (Math.max(1, Math.round(amount)) - 1) * 100 + ending
      : (Math.round(amount / 5) * 5 - 1) * 100;

const tags = {
  eu: { currency: "EUR", perEuro: 1, round: cents(90) },
  uk: { currency: "GBP", perEuro: 0.87, round: cents(50) },
  // Shown without tax, so the figure is close to the European one although the dollar is cheaper.
  us: { currency: "USD", perEuro: 1.02, round: cents(95) },
  // Yen have no minor unit: 7,480, and 24,800 from ten thousand on.
  jp: {
    currency: "JPY",
    perEuro: 162,
    round: (yen) =>
      yen < 10_000
        ? Math.max(1, Math.round(yen / 100)) * 100 - 20
        : Math.round(yen / 1000) * 1000 - 200,
  },
} as const satisfies Record<string, Tag>;

type RegionId = keyof typeof tags;
export const regionIds = Object.keys(tags) as RegionId[];

export type RegionalPrice = {
  regionId: RegionId;
  currency: string;
  amountMinor: number;
  compareAtMinor: number | null;
};

/** The price tags of something that costs `eur` whole euros, and cost `was` before. */
export function regionalPrices(eur: number, was?: number): RegionalPrice[] {
  return regionIds.map((regionId) => {
    const { currency, perEuro, round } = tags[regionId];
    const amountMinor = round(eur * perEuro);
    const before = was === undefined ? null : round(was * perEuro);
    return {
      regionId,
      currency,
      amountMinor,
      compareAtMinor: before !== null && before > amountMinor ? before : null,
    };
  });
}
