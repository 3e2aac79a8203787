import { useTranslations } from "next-intl";
import type { Suggestions } from "@meridian/api/catalog/contract.ts";
import { Clock, CornerDownLeft } from "lucide-react";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { Highlight } from "#features/search/highlight.tsx";

export type Choice =
  | { kind: "recent"; words: string; href: string }
  | { kind: "category"; title: string; href: string }
  | { kind: "product"; product: Suggestions["products"][number]; href: string };

function ChoiceFace({ choice, query }: { choice: Choice; query: string }) {
  const t = useTranslations("search");
  if (choice.kind === "recent") {
    return (
      <>
        <Clock aria-hidden="true" className="mx-2 size-4 text-quiet" />
        <span>{choice.words}</span>
      </>
    );
  }
  if (choice.kind === "category") {
    return (
      <>
        <CornerDownLeft aria-hidden="true" className="mx-2 size-4 rotate-180 text-quiet" />
        <span>
          <Highlight text={choice.title} query={query} />
        </span>
        <span className="ml-auto text-caption text-quiet">{t("category")}</span>
      </>
    );
  }
  const { product } = choice;
  return (
    <>
      <StagePicture
        image={product.image}
        hue={product.hue}
        sizes="48px"
        alt=""
        className="h-12 w-10 shrink-0 rounded-small!"
      />
      <span className="min-w-0 flex-1 truncate font-medium">
        <Highlight text={product.title} query={query} />
      </span>
      <Price value={product.price} from={product.priceVaries} className="text-small text-quiet" />
    </>
  );
}

/** The combobox's list. The count is announced; the choices are options, followed with the arrow keys. */
export function SuggestionList({
  id,
  isShown,
  choices,
  active,
  query,
  total,
  onPick,
}: {
  id: string;
  isShown: boolean;
  choices: readonly Choice[];
  active: number;
  query: string;
  /** Matches in all; null while that is not known, or nothing was typed. */
  total: number | null;
  onPick(choice: Choice): void;
}) {
  const t = useTranslations("search");
  const hidden = choices.filter(({ kind }) => kind === "product").length;
  return (
    <>
      <div
        hidden={!isShown}
        className="absolute top-full right-0 z-40 mt-2 w-full overflow-hidden rounded-stage bg-raised p-2 shadow-panel md:min-w-96"
      >
        {choices[0]?.kind === "recent" ? (
          <p aria-hidden="true" className="px-3 pt-1 pb-1.5 text-caption text-quiet">
            {t("recent")}
          </p>
        ) : null}
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={t(choices[0]?.kind === "recent" ? "recent" : "suggestions")}
        >
          {choices.map((choice, index) => (
            <li
              key={choice.href}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="flex min-h-12 items-center gap-3 rounded-small p-1.5 pr-3 hover:bg-sunken aria-selected:bg-sunken"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(choice)}
            >
              <ChoiceFace choice={choice} query={query} />
            </li>
          ))}
        </ul>
        {total !== null && total > hidden ? (
          <button
            type="submit"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            className="figures mt-1 w-full rounded-small px-3 py-2.5 text-left text-small font-medium text-action hover:bg-sunken"
          >
            {t("showAll", { total })}
          </button>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {total === null ? "" : t("matches", { count: total })}
      </p>
    </>
  );
}
