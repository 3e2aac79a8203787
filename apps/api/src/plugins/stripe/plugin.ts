import {
  DomainError,
  hearOfPayment,
  type RequestContext,
  type Stripe,
} from "@meridian/api/server.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

type Options = {
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
  attemptOfNotice: Stripe["attemptOfNotice"];
  webhookSecret: string;
};

/**
 * Where Stripe tells what became of payments, so that one is settled though nobody comes back for it. What it says is only that
 * there is something to ask; 2xx when that is settled, else Stripe tells it again, for days.
 */
export async function stripePlugin(app: FastifyInstance, options: Options): Promise<void> {
  // The signature is of the bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  app.post("/stripe/notices", async (request, reply) => {
    const attemptId = attemptOf(request, options);
    if (attemptId !== null) {
      const ctx = await options.contextOf(request, reply);
      await hearOfPayment(ctx, { provider: "stripe", attemptId });
    }
    return reply.code(204).send();
  });
}

function attemptOf(
  request: FastifyRequest,
  { attemptOfNotice, webhookSecret }: Options,
): string | null {
  const signature = request.headers["stripe-signature"];
  try {
    return attemptOfNotice(request.body as Buffer, String(signature), webhookSecret);
  } catch (cause) {
    throw new DomainError("malformed", "payment.notice_unsigned", {
      message: "This is not signed by Stripe with this shop's secret, or not within five minutes.",
      cause,
    });
  }
}
