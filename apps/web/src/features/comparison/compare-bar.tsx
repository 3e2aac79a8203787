"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Kept } from "#browser/stored-list.ts";
import { buttonClass } from "#design/button.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { useProducts } from "#features/catalog/use-products.ts";
import { compareHref } from "#features/comparison/compared.ts";
import { comparison } from "#features/comparison/comparison.ts";
import { Link, usePathname } from "#i18n/navigation.ts";

/** What is picked, at the foot of every page but the one that compares it. */
export function CompareBar({ picks }: { picks: readonly Kept[] }) {
  const t = useTranslations("collect");
  const { products, isWaiting } = useProducts(picks);
  const isThere = usePathname() === "/compare";
  // The first that was picked stands first.
  const shown = picks
    .flatMap(({ id }) => products.find((product) => product.id === id) ?? [])
    .toReversed();
  if (isThere || (!isWaiting && shown.length === 0)) return null;
  return (
    <section
      aria-label={t("compare")}
      className="compare-bar no-print fixed inset-x-0 bottom-0 z-20 border-t border-rule bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur"
    >
      <div className="wrap flex items-center gap-3 py-2 md:gap-5">
        <ul className="flex gap-2 md:gap-3">
          {shown.map(({ id, title, image, hue }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={t("unpick", { title })}
                onClick={() => comparison.remove([id])}
                className="relative block w-9 rounded-small sm:w-11"
              >
                <StagePicture
                  image={image}
                  hue={hue}
                  alt=""
                  sizes="44px"
                  className="aspect-4/5 rounded-small!"
                />
                <span className="absolute -top-1 -right-1 grid size-5 place-items-center rounded-pill bg-ink text-paper">
                  <X aria-hidden="true" className="size-3" />
                </span>
              </button>
            </li>
          ))}
          {isWaiting ? <Skeleton className="h-11 w-9 sm:h-13.5 sm:w-11" /> : null}
        </ul>
        <p className="figures hidden text-small text-quiet md:block">
          {t("picked", { count: shown.length })}
        </p>
        <div className="ml-auto flex items-center gap-2">
          <button
            type="button"
            aria-label={t("unpickAll")}
            onClick={() => comparison.clear()}
            className="grid size-11 place-items-center rounded-pill text-quiet hover:bg-sunken hover:text-ink max-[27rem]:hidden"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
          {shown.length > 1 ? (
            <Link
              href={compareHref(shown.map(({ handle }) => handle))}
              className={buttonClass("action", "max-[27rem]:px-4!")}
            >
              {t("compare")}
            </Link>
          ) : (
            <p className="text-small text-quiet">{t("onePickMore")}</p>
          )}
        </div>
      </div>
    </section>
  );
}
