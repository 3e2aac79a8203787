"use client";

import { hidden } from "#design/hidden.tsx";
import type { StockWatch } from "@meridian/api/watches/contract.ts";
import { useLocale, useTranslations } from "next-intl";
import { BellRing, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "#i18n/navigation.ts";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { EmptyStage } from "#design/empty-stage.tsx";
import { Trouble } from "#design/trouble.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { StagePicture } from "#design/picture.tsx";
import { useDates } from "#design/use-dates.ts";
import { CardStock } from "#features/inventory/card-stock.tsx";
import { useOwnWatches } from "#features/watches/use-own-watches.ts";
import { useWatchWords } from "#features/watches/use-watch-words.ts";

/** What a user waits for. */
export function WatchesPage() {
  const t = useTranslations("watch");
  const { client, data, isTroubled, retry, put } = useOwnWatches();
  const fieldsOf = useFieldProblems();
  const words = useWatchWords();
  const language = useLocale();
  const [removed, setRemoved] = useState<StockWatch>();
  const [message, setMessage] = useState<string>();
  const items = data?.items ?? [];
  const attempt = async (work: () => Promise<void>) => {
    setMessage(undefined);
    try {
      await work();
    } catch (error) {
      setMessage(fieldsOf(error, () => undefined, words).message);
    }
  };
  const remove = (watch: StockWatch) =>
    attempt(async () => {
      await client.watches.removeOwn.mutate({ variantId: watch.variantId });
      put({ items: items.filter(({ id }) => id !== watch.id) });
      setRemoved(watch);
    });
  const bringBack = ({ variantId, region }: StockWatch) =>
    attempt(async () => {
      const again = await client.watches.setOwn.mutate({ variantId, region, language });
      put({ items: [again, ...items] });
      setRemoved(undefined);
    });
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("waitingFor")}</h1>
      {removed ? (
        <Removed key={removed.id} watch={removed} onUndo={() => void bringBack(removed)} />
      ) : null}
      <Trouble className="mb-4">{message}</Trouble>
      {data === undefined ? (
        <OnItsWay what={t("waitingFor")} isTroubled={isTroubled} onRetry={retry} />
      ) : items.length === 0 ? (
        <div className="grid gap-5">
          <EmptyStage Icon={BellRing} hue={60} />
          <p className="max-w-sm text-quiet">{t("nothing")}</p>
        </div>
      ) : (
        <ul className="grid gap-3">
          {items.map((watch) => (
            <Row key={watch.id} watch={watch} onRemove={() => void remove(watch)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ watch, onRemove }: { watch: StockWatch; onRemove: () => void }) {
  const t = useTranslations("watch");
  const account = useTranslations("account");
  const { dayText } = useDates();
  const { product, variantId, variantTitle, options, createdAt } = watch;
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 rounded-stage bg-raised p-4 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <StagePicture
        image={product.image}
        hue={product.hue}
        sizes="72px"
        alt=""
        className="aspect-4/5 rounded-small!"
      />
      <div className="min-w-0">
        <Link
          href={`/products/${product.handle}?variant=${variantId}`}
          className="font-medium leading-snug wrap-anywhere hover:text-action"
        >
          {product.title}
        </Link>
        <p className="text-small text-quiet">
          {Object.keys(options).length > 0 ? `${variantTitle} · ` : ""}
          {t("since", { day: dayText(createdAt) })}
        </p>
        <span className="text-small font-medium">
          <CardStock variantIds={[variantId]} />
        </span>
      </div>
      <button
        type="button"
        onClick={onRemove}
        className="col-start-2 inline-flex min-h-11 items-center justify-self-start rounded-pill px-3 text-small font-medium text-action max-sm:-ml-3 hover:bg-sunken sm:col-start-3"
      >
        {account.rich("remove", { what: product.title, hidden })}
      </button>
    </li>
  );
}

/** Takes the focus, which the row had. */
function Removed({ watch, onUndo }: { watch: StockWatch; onUndo: () => void }) {
  const t = useTranslations("watch");
  const common = useTranslations("common");
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="mb-4 flex min-h-14 animate-rise items-center gap-3 rounded-stage bg-sunken py-1 pr-2 pl-5 text-small">
      <p role="status" className="min-w-0 flex-1 py-2 text-quiet wrap-anywhere">
        {t("removed", { what: watch.product.title })}
      </p>
      <button
        ref={undo}
        type="button"
        onClick={onUndo}
        className="inline-flex min-h-11 items-center gap-2 rounded-pill px-3 font-medium text-action hover:bg-raised"
      >
        <Undo2 aria-hidden="true" className="size-4" />
        {common("undo")}
      </button>
    </div>
  );
}
