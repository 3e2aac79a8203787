"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Trouble } from "#design/trouble.tsx";

/** Where a link of a mail leads: what it would do, and the button that does it. */
export function LinkQuestion({
  title,
  lead,
  label,
  message,
  isBusy,
  onPress,
}: {
  title: string;
  lead: string;
  label: string;
  message: string | undefined;
  isBusy: boolean;
  onPress: () => void;
}) {
  const common = useTranslations("common");
  const isHydrated = useIsHydrated();
  return (
    <>
      <h1 className="text-heading">{title}</h1>
      <p className="mt-3 mb-8 text-lead text-quiet">{lead}</p>
      <Trouble className="mb-4">{message}</Trouble>
      <Button
        className="w-full disabled:opacity-100! sm:w-auto"
        disabled={!isHydrated}
        aria-disabled={isBusy}
        onClick={onPress}
      >
        {isBusy ? common("oneMoment") : label}
      </Button>
    </>
  );
}

/** What came of it, and a way on. */
export function LinkAnswer({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children?: ReactNode;
}) {
  const common = useTranslations("common");
  return (
    <>
      <FocusedHeading className="text-heading">{title}</FocusedHeading>
      <p className="mt-3 mb-8 text-lead text-quiet">{lead}</p>
      <div className="flex flex-wrap gap-3">
        {children}
        <ButtonLink href="/" look="quiet">
          {common("backToShop")}
        </ButtonLink>
      </div>
    </>
  );
}
