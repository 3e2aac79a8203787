/** What the shop's own fonts can write; the rest of the world's letters come from the reader's system. */
const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place));

export const characters = [
  ...between(0x20, 0x7e),
  ...between(0xa0, 0xff),
  ..."ıŒœŠšŽžŸẞ",
  ..."–—‘’‚“”„†•…‹›\u2009\u202f",
  ..."€™←↑→↓−×≤≥",
].join("");
