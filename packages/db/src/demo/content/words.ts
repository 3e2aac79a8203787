/** The demo shop's words in another language. English stands with the things themselves; these follow it file by file. */

/** By the product's handle: its title, line, text and details. */
export type ProductWords = Readonly<
  Record<
    string,
    { title: string; line: string; text: string; details: readonly [string, string, string] }
  >
>;
/** By the handle of a category or collection. */
export type ShelfWords = Readonly<Record<string, { title: string; line: string }>>;
/** By an option's name: what it is called, and its values. One that reads the same everywhere (`24 cm`, `XL`) is left out. */
export type OptionWords = Readonly<
  Record<string, { label: string; values: Readonly<Record<string, string>> }>
>;
/** What the pictures of a product show. */
export type PictureWords = {
  inColor(title: string, color: string): string;
  closeView(title: string): string;
  onSet(title: string): string;
};

export type ShopWords = {
  products: ProductWords;
  categories: ShelfWords;
  collections: ShelfWords;
  options: OptionWords;
  /** By the code. */
  promotions: Readonly<Record<string, string>>;
  pictures: PictureWords;
};
