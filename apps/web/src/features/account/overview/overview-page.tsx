"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import { OrderRow } from "#features/account/orders/order-row.tsx";
import { Waiting } from "#features/account/section.tsx";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { useOwn } from "#features/account/use-own.ts";
import { addressLines } from "#features/address/address-rules.ts";

const more =
  "inline-flex min-h-11 items-center gap-2 text-small font-medium text-action hover:text-action-strong";

/** Who one is here, what comes next, and the ways on. */
export function OverviewPage() {
  const user = useSignedIn();
  return (
    <>
      <h1 className="text-heading wrap-anywhere">Hello, {user.name.split(" ")[0]}</h1>
      <p className="mt-3 mb-8 wrap-anywhere text-quiet">You are signed in as {user.email}.</p>
      <div className="grid gap-10">
        <LatestOrder />
        <DefaultAddress />
        <div className="-mx-3 lg:hidden">
          <SignOutButton />
        </div>
      </div>
    </>
  );
}

function LatestOrder() {
  const { data, isTroubled, retry } = useOwn("latest-order", ({ orders }) =>
    orders.list.query({ mine: true, limit: 1 }),
  );
  return (
    <section aria-labelledby="latest">
      <h2 id="latest" className="mb-4 text-title">
        Your latest order
      </h2>
      {data === undefined ? (
        <Waiting what="Your latest order" isTroubled={isTroubled} onRetry={retry} />
      ) : data.items.length === 0 ? (
        <p className="text-quiet">
          Nothing bought yet.{" "}
          <Link
            href="/search?sort=newest"
            className="text-action underline underline-offset-4 hover:text-action-strong"
          >
            See what is new
          </Link>
        </p>
      ) : (
        <>
          <ul>
            {data.items.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </ul>
          {data.nextCursor === null ? null : (
            <Link href="/account/orders" className={more}>
              All your orders
              <ArrowRight aria-hidden="true" className="size-4" />
            </Link>
          )}
        </>
      )}
    </section>
  );
}

function DefaultAddress() {
  const { data } = useSavedAddresses();
  const saved = data?.items[0];
  return (
    <section aria-labelledby="default-address">
      <h2 id="default-address" className="mb-3 text-title">
        Where parcels go
      </h2>
      <p className="min-h-7 wrap-anywhere text-quiet">
        {saved
          ? addressLines(saved.address).join(", ")
          : data
            ? "No address is kept yet. With one, the checkout fills in itself."
            : null}
      </p>
      <Link href="/account/addresses" className={more}>
        {saved ? "Your addresses" : "Add an address"}
        <ArrowRight aria-hidden="true" className="size-4" />
      </Link>
    </section>
  );
}
