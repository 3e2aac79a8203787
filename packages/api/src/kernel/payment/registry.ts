/**
 * The payment providers that this installation knows. They live in the kernel because checkouts
 * charge and orders refund, and orders must not know checkouts.
 */
import type { RootContext, ServiceContext } from "../context.ts";
import { settingsOf } from "../settings.ts";
import { ProviderTimeout, type PaymentProvider, type ProviderName } from "./provider.ts";
import { createTestProvider } from "./test-provider.ts";

/** Whether shoppers may pay with it here. What was begun with it is settled either way. */
export function isOffered(ctx: RootContext, name: string): boolean {
  return offeredProviders(ctx).some((offered) => offered.name === name);
}

/** Those that {@link isOffered}, the installation's own first. */
export function offeredProviders(
  ctx: Pick<ServiceContext, "payments" | "settings">,
): { name: ProviderName; publishableKey: string | null }[] {
  const own = Object.values(ctx.payments ?? {}).map(({ name, publishableKey = null }) => ({
    name,
    publishableKey,
  }));
  const hasTest = settingsOf(ctx).hasTestPayments && ctx.payments?.test === undefined;
  return hasTest ? [...own, { name: "test", publishableKey: null }] : own;
}

/** @throws Error for a name that is not known: contracts admit only names that are. */
export function providerNamed(ctx: RootContext, name: string): PaymentProvider {
  const given = ctx.payments?.[name as ProviderName];
  if (given !== undefined) return given;
  if (name === "test") return createTestProvider(ctx.db, settingsOf(ctx).publicApiUrl);
  throw new Error(`there is no payment provider named ${name}`);
}

/**
 * Asks a provider, for at most the configured time, also when it ignores the signal.
 * @throws ProviderTimeout
 */
export async function askProvider<T>(
  ctx: RootContext,
  name: string,
  ask: (provider: PaymentProvider, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { paymentTimeoutMs } = settingsOf(ctx);
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const timeout = new ProviderTimeout(paymentTimeoutMs);
      reject(timeout);
      controller.abort(timeout);
    }, paymentTimeoutMs);
  });
  try {
    return await Promise.race([ask(providerNamed(ctx, name), controller.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
