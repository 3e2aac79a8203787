/** What managing categories and collections says. */
import { z } from "zod";
import { id } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { Handle } from "../contract.ts";
import { NewHandle } from "./products.ts";

const fields = {
  title: z.string().min(1).max(255),
  description: z.string().max(10_000),
  position: z.number().int().min(-1_000_000).max(1_000_000),
  hue: z.number().int().min(0).max(359),
};
const categoryFields = {
  ...fields,
  parent: Handle.nullable().meta({ description: "Handle of a top category; null: it is one" }),
  imageSrc: z.string().max(2048).nullable(),
};
const collectionFields = {
  ...fields,
  startsAt: Instant.nullable().meta({ description: "Set for a drop: when it opens" }),
  admits: z.number().int().min(1).max(1_000_000).nullable().meta({
    description: "Of a drop: so many shop at once, the others wait in line; null: no line",
  }),
};

export const CategoryRecord = z
  .object({ id: id("cat"), version: z.number().int(), handle: Handle, ...categoryFields })
  .meta({ id: "CategoryRecord" });
export type CategoryRecord = z.infer<typeof CategoryRecord>;

export const CollectionRecord = z
  .object({ id: id("col"), version: z.number().int(), handle: Handle, ...collectionFields })
  .meta({ id: "CollectionRecord" });
export type CollectionRecord = z.infer<typeof CollectionRecord>;

const added = { handle: NewHandle, idempotencyKey: z.string().min(1).max(255).optional() };
const optional = { description: true, position: true, hue: true } as const;

export const AddCategory = z
  .strictObject({ ...added, ...categoryFields })
  .partial({ ...optional, parent: true, imageSrc: true });
export type AddCategory = z.infer<typeof AddCategory>;
export const AddCollection = z
  .strictObject({ ...added, ...collectionFields })
  .partial({ ...optional, startsAt: true, admits: true });
export type AddCollection = z.infer<typeof AddCollection>;

/** A handle stays: it is part of what every product of it is filtered by. */
const seen = { handle: Handle, expectedVersion: z.number().int() };
export const ChangeCategory = z.strictObject(categoryFields).partial().extend(seen);
export type ChangeCategory = z.infer<typeof ChangeCategory>;
export const ChangeCollection = z.strictObject(collectionFields).partial().extend(seen);
export type ChangeCollection = z.infer<typeof ChangeCollection>;

export const GetShelf = z.strictObject({ handle: Handle });
export type GetShelf = z.infer<typeof GetShelf>;
export const RemoveShelf = z.strictObject(seen);
export type RemoveShelf = z.infer<typeof RemoveShelf>;
