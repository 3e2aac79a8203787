/** Somebody who manages the catalogue over both faces. */
import type { ProductRecord } from "@meridian/api/catalog/contract/products.ts";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { bearer, send } from "./host.ts";

type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT";
type Problem = {
  reason: string;
  details: object;
  errors: { pointer: string }[];
  current: ProductRecord;
};

export const eur = (amountMinor: number) => ({
  region: "eu",
  price: { amountMinor, currency: "EUR" },
});

let count = 0;
export const newHandle = () => `teapot-${++count}`;

export const teapot = (over: object = {}) => ({
  handle: newHandle(),
  title: "Tide teapot",
  variants: [
    { options: { Color: "Sage" }, prices: [eur(1999)] },
    { options: { Color: "Ink" }, prices: [eur(2099)] },
  ],
  ...over,
});

export function catalogueManager(app: FastifyInstance) {
  const call = async (
    method: Method,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await send(app, method, `/api/v1${path}`, {
      headers: { ...bearer, ...headers },
      ...(body && { body }),
    });
    return { ...answer, record: answer.body as ProductRecord, problem: answer.body as Problem };
  };
  return {
    call,
    async add(over: object = {}): Promise<ProductRecord> {
      const { status, record } = await call("POST", "/products", teapot(over));
      expect(status).toBe(201);
      return record;
    },
    change: ({ handle, version }: ProductRecord, body: object) =>
      call("PATCH", `/products/${handle}`, body, { "if-match": `"${version}"` }),
    remove: ({ handle, version }: ProductRecord) =>
      call("DELETE", `/products/${handle}`, undefined, { "if-match": `"${version}"` }),
    async trpc(procedure: string, input: object) {
      const { body } = await send(app, "POST", `/trpc/${procedure}`, {
        body: input,
        headers: bearer,
      });
      return body as { result?: { data: ProductRecord }; error?: { data: { problem: Problem } } };
    },
  };
}
