import { DomainError } from "@meridian/api/kernel/errors.ts";
import { rest } from "@meridian/api/kernel/rest.ts";
import { procedure, router } from "@meridian/api/kernel/trpc.ts";
import { z } from "zod";

const Note = z.object({ id: z.string(), text: z.string(), version: z.number().int() });
const Changed = z.strictObject({
  id: z.string(),
  text: z.string().max(100),
  pinned: z.boolean().optional(),
  expectedVersion: z.number().int(),
});

/** A router with one procedure for each thing that a REST face can declare, and one note in it. */
export function sampleRouter() {
  const note = { id: "one", text: "hello", version: 3 };
  return router({
    cart: router({ ...reads(note), ...changes(note), ...makes, ...ends, ...withoutRest }),
  });
}

function reads(note: z.infer<typeof Note>) {
  return {
    list: procedure
      .meta(
        rest({
          method: "GET",
          path: "/notes",
          summary: "List",
          tag: "Notes",
          cache: "public, max-age=10, s-maxage=30",
          recordParams: { option: "options" },
        }),
      )
      .input(
        z.strictObject({
          limit: z.number().int().max(100).default(20),
          pinned: z.boolean().optional(),
          ids: z.array(z.string()).optional(),
          sizes: z.array(z.number()).optional(),
          options: z.record(z.string(), z.array(z.string())).optional(),
        }),
      )
      .output(z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() }))
      .query(({ input }) => ({ items: [input], nextCursor: "next/1" })),
    get: procedure
      .meta(rest({ method: "GET", path: "/notes/{id}", summary: "Get", tag: "Notes" }))
      .input(z.strictObject({ id: z.string() }))
      .output(Note)
      .query(({ input }) => ({ ...note, id: input.id })),
  };
}

function changes(note: z.infer<typeof Note>) {
  return {
    change: procedure
      .meta(
        rest({
          method: "PUT",
          path: "/notes/{id}",
          summary: "Change",
          tag: "Notes",
          ifMatch: "required",
          limit: { name: "payment", by: "id" },
        }),
      )
      .input(Changed)
      .output(Note)
      .mutation(({ input }) => {
        if (input.expectedVersion !== note.version) {
          throw new DomainError("precondition_failed", "cart.version_mismatch", {
            message: "It has changed.",
            details: { expected: input.expectedVersion, actual: note.version },
            current: note,
          });
        }
        note.version += 1;
        note.text = input.text;
        return note;
      }),
  };
}

const makes = {
  make: procedure
    .meta(
      rest({
        method: "POST",
        path: "/notes",
        summary: "Make",
        tag: "Notes",
        statusOf: {
          statuses: [201, 202],
          of: (made: { text: string }) => (made.text === "later" ? 202 : 201),
        },
        location: (made: { id: string }) => `/api/v1/notes/${made.id}`,
      }),
    )
    .input(z.strictObject({ text: z.string() }))
    .output(Note)
    .mutation(({ ctx, input }) => {
      ctx.reply.isReplayed = input.text === "again";
      return { id: "made", text: input.text, version: 1 };
    }),
  pay: procedure
    .meta(
      rest({
        method: "POST",
        path: "/payments",
        summary: "Pay",
        tag: "Notes",
        deprecated: {
          since: "2027-01-01",
          sunset: "2028-01-01",
          guide: "https://example.com/guide",
        },
        idempotencyKey: "required",
      }),
    )
    .input(z.strictObject({ idempotencyKey: z.string() }))
    .output(z.void())
    .mutation(() => undefined),
};

const ends = {
  remove: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/notes/{id}",
        summary: "Remove",
        tag: "Notes",
        status: 204,
        scope: "catalog:write",
      }),
    )
    .input(z.strictObject({ id: z.string() }))
    .output(z.void())
    .mutation(() => undefined),
  fail: procedure
    .meta(rest({ method: "POST", path: "/failures", summary: "Fail", tag: "Notes" }))
    .input(z.strictObject({ code: z.string() }))
    .output(z.void())
    .mutation(({ input }) => {
      throw Object.assign(new Error("secret: password=hunter2"), { code: input.code });
    }),
};

const withoutRest = {
  who: procedure
    .input(z.strictObject({}))
    .output(z.unknown())
    .query(({ ctx }) => ({ kind: ctx.actor.kind, cart: ctx.guestCart.id ?? null })),
  follow: procedure.input(z.strictObject({})).subscription(async function* () {
    yield await Promise.resolve("news");
  }),
  remember: procedure
    .input(z.strictObject({ id: z.string() }))
    .output(z.unknown())
    .mutation(({ ctx, input }) => {
      ctx.guestCart.remember(input.id);
      return {};
    }),
};
