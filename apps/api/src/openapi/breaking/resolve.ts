import type { Json } from "../json-schema.ts";

/** A document that is read through its references. */
export class Resolver {
  readonly #document: Json;

  constructor(document: Json) {
    this.#document = document;
  }

  /** What a node says, itself or where it refers to. */
  at(node: unknown): Json {
    const { $ref } = (node ?? {}) as { $ref?: string };
    if ($ref === undefined) return (node ?? {}) as Json;
    const names = $ref.slice(2).split("/");
    const found = names.reduce<unknown>(
      (inside, name) =>
        (inside as Json | undefined)?.[name.replaceAll("~1", "/").replaceAll("~0", "~")],
      this.#document,
    );
    return this.at(found);
  }
}

export type Versions = { before: Resolver; after: Resolver };
