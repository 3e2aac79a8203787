import { timingSafeEqual } from "node:crypto";
import { revalidateTag } from "next/cache";
import { z } from "zod";
import { env } from "#env.ts";

const Body = z.strictObject({ tags: z.array(z.string().min(1).max(256)).min(1).max(200) });

function isAllowed(request: Request): boolean {
  if (!env.revalidateSecret) return false;
  const expected = Buffer.from(`Bearer ${env.revalidateSecret}`);
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The worker tells what changed; pages with these tags are made anew at their next visit. */
export async function POST(request: Request): Promise<Response> {
  if (!isAllowed(request)) return Response.json({ title: "Forbidden" }, { status: 403 });
  const body = Body.safeParse(await request.json().catch(() => undefined));
  if (!body.success) return Response.json({ title: "Malformed" }, { status: 400 });
  // A price that changed must not be shown once more: the next visit waits for the new page.
  for (const tag of body.data.tags) revalidateTag(tag, { expire: 0 });
  return Response.json({ revalidated: body.data.tags.length });
}
