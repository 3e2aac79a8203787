"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { ProductStage } from "#features/catalog/product-stage.tsx";
import { useRegion } from "#features/region/region-context.tsx";

/** Back to the list as it was: by the history where the list opened it, else by the address alone. */
function close(): void {
  const { isQuickView } = (history.state ?? {}) as { isQuickView?: boolean };
  if (isQuickView) return history.back();
  const url = new URL(location.href);
  url.searchParams.delete("view");
  url.searchParams.delete("variant");
  history.replaceState(null, "", url);
}

/** A product beside the list that it is in: everything to choose and buy it, and the way to all the rest. */
export function QuickView({ handle, isOpen }: { handle: string; isOpen: boolean }) {
  const t = useTranslations("collect");
  const common = useTranslations("common");
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.03_268/0.45)] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="quick-view fixed inset-0 z-50 m-auto flex max-h-dvh w-full max-w-6xl flex-col overflow-hidden bg-paper text-ink shadow-panel outline-none transition-[scale,opacity] duration-200 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0 md:inset-6 md:h-fit md:max-h-[calc(100dvh-3rem)] md:w-auto md:rounded-stage forced-colors:border">
          <div className="flex items-center justify-between gap-4 py-2 pr-3 pl-4 md:pl-8">
            <p className="text-small text-quiet">{t("quickView")}</p>
            <Dialog.Close
              aria-label={common("close")}
              className="grid size-11 place-items-center rounded-pill hover:bg-sunken"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-6 md:px-8 md:pb-8">
            <Content handle={handle} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content({ handle }: { handle: string }) {
  const t = useTranslations("collect");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const region = useRegion();
  const language = useLocale();
  const { data, error, refetch } = useQuery(
    trpc.catalog.get.queryOptions({ handle, region, language }, { staleTime: 60_000 }),
  );
  if (data)
    return (
      <ProductStage
        product={data}
        isInDialog
        heading={
          <div>
            <Dialog.Title className="text-heading">{data.title}</Dialog.Title>
            <p className="mt-2 text-quiet">{data.subtitle}</p>
          </div>
        }
        below={
          <ButtonLink href={`/products/${handle}`} look="bare" className="self-start">
            {t("fullPage")}
          </ButtonLink>
        }
      />
    );
  if (!error) return <Waiting />;
  const isGone = problemOf(error)?.status === 404;
  return (
    <div className="flex flex-col items-start gap-5 py-10">
      <Dialog.Title className="text-title">
        {isGone ? t("viewGone") : common("broken", { what: t("quickView") })}
      </Dialog.Title>
      {isGone ? null : <Button onClick={() => void refetch()}>{common("tryAgain")}</Button>}
    </div>
  );
}

function Waiting() {
  const common = useTranslations("common");
  return (
    <div className="grid gap-8 md:grid-cols-2" role="status" aria-label={common("oneMoment")}>
      <Dialog.Title className="sr-only">{common("oneMoment")}</Dialog.Title>
      <Skeleton className="aspect-4/5 max-h-[44svh] w-full rounded-stage md:max-h-[min(70svh,40rem)]" />
      <div className="grid content-start gap-5">
        <Skeleton className="h-12 w-2/3" />
        <Skeleton className="h-8 w-1/3" />
        <Skeleton className="h-14 w-full" />
      </div>
    </div>
  );
}
