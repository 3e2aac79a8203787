/** The one door for apps/api and apps/worker: the router, its context, and the jobs that run beside requests. */
export { appRouter, type AppRouter } from "./root.ts";
export type { Actor, Log, RootContext, ServiceContext } from "./kernel/context.ts";
export { scopes, type Scope } from "@meridian/db/scopes.ts";
export { systemClock, type Clock } from "./kernel/clock.ts";
export { DomainError, type DomainErrorInit, type FieldError } from "./kernel/errors.ts";
export { fieldErrors, publicError, toTRPCError, type PublicError } from "./kernel/public-error.ts";
export { createAuthority, type Authority } from "./accounts/authority.ts";
export { SignInInput } from "./accounts/contract.ts";
export { scopesOf, toRole } from "./accounts/roles.ts";
export { beginSession, signIn as signInWithPassword } from "./accounts/service.ts";
export { deleteExpiredSignIns } from "./accounts/service/expiry.ts";
export { findSessionRoles } from "./accounts/service/session-roles.ts";
export { findClientName } from "./accounts/service/client-name.ts";
export { sendMails, type Mail, type MailTransport } from "./accounts/service/send-mails.ts";
export { sessionCookie, signInCookies } from "./accounts/session-cookie.ts";
export { signInWithBackupCode, signInWithTotp } from "./accounts/service/factors.ts";
export type { SignIn } from "./kernel/sign-in.ts";
export { deleteRateWindows, limitRate } from "./accounts/service/rate.ts";
export { listPublicKeys, type PublicKey } from "./accounts/service/public-keys.ts";
export { defaultLanguage } from "./kernel/language.ts";
export { describeError } from "./kernel/describe-error.ts";
export { escapeHtml } from "./kernel/escape-html.ts";
export { createLaneClient } from "./kernel/lanes/lane-client.ts";
export { Lanes } from "./kernel/lanes/lanes.ts";
export { refusalOf } from "./kernel/refusal.ts";
export { type NewEvent } from "./kernel/outbox.ts";
export type {
  Keep,
  LimitName,
  Meta,
  RestOptions,
  SuccessStatus,
  TellLimit,
} from "./kernel/rest.ts";
export { createRedis, nudgeChannel, subscribeForGood } from "./kernel/redis.ts";
export { WaitingLine } from "./kernel/waiting-line.ts";
export { pointerToken } from "./kernel/text.ts";
export { createCallerFactory, type RequestContext } from "./kernel/trpc.ts";
export { reasons, type Reason } from "./reasons.ts";
export { queueOrderMails } from "./email/order-mails.ts";
export { queueWatchMails } from "./email/watch-mails.ts";
export { planSurveys } from "./feedback/hear.ts";
export { askDue } from "./feedback/service/ask.ts";
export { deleteStaleSurveys } from "./feedback/service/expiry.ts";
export { type Batch, consume } from "./events/cursor.ts";
export { CloudEvent, typePrefix } from "./events/contract.ts";
export { declaredEvents } from "./events/declared.ts";
export { EventFeed } from "./events/feed.ts";
export { LogFollower, type LogListener } from "./events/follower.ts";
export { cursorOf, parseCursor, readHead, trimLog, type LoggedEvent } from "./events/log.ts";
export { ChangeTags } from "./events/tags.ts";
export { LogPublisher } from "./events/publisher.ts";
export { openRelaySeat, shardCount, type RelaySeat } from "./events/relay.ts";
export { maxTopics, WatchInput } from "./live/contract.ts";
export type { Frame } from "./live/frame.ts";
export { LiveHub, type Watcher } from "./live/hub.ts";
export { createLiveSource } from "./live/source.ts";
export type { StoredSecret } from "@meridian/db/schema.ts";
export { gather } from "./kernel/gather.ts";
export { sourceOf, toCloudEvent } from "./events/cloud-event.ts";
export { isLoopback, isPublicAddress } from "./webhooks/public-address.ts";
export {
  beginDetour,
  claimDeliveries,
  endDetour,
  enqueue,
  findBody,
  releaseQueues,
  renewQueues,
  settleDeliveries,
  takeQueues,
  trimDeliveries,
  type ClaimedDelivery,
  type Endpoint,
  type Outcome,
  type QueueLease,
  type QueueStep,
} from "./webhooks/queue.ts";
export { pauseAfter, retryAfterSeconds } from "./webhooks/rules.ts";
export { signedHeaders } from "./webhooks/secrets.ts";
export { disableGone } from "./webhooks/service/update.ts";
export { formatMoney } from "./kernel/money.ts";
export {
  findTestChallenge,
  settleTestChallenge,
  type TestChallenge,
} from "./kernel/payment/test-challenge.ts";
export { openStripe, type Stripe } from "./kernel/payment/open-stripe.ts";
export { applyCatalogChanges } from "./catalog/service/apply-changes.ts";
export { deleteStaleCarts } from "./cart/service/expiry.ts";
export { expireCheckouts } from "./checkout/service/expire.ts";
export { hearOfPayment } from "./checkout/service/hear.ts";
export { recoverPayments } from "./checkout/service/recover.ts";
export { deleteExpiredIdempotencyKeys } from "./kernel/idempotency/keys.ts";
export { recoverRefunds } from "./orders/service/refunds.ts";
export { getExportFile, receiveFile } from "./bulk/service/file.ts";
export { listRefusals } from "./bulk/service/refusals.ts";
export { runExports } from "./bulk/service/run-exports.ts";
export { deleteOldJobs } from "./bulk/service/old-jobs.ts";
export { deleteStaleWatches } from "./watches/service/expiry.ts";
export { runImports } from "./bulk/service/run-imports.ts";
