"use client";

import { useTranslations } from "next-intl";
import type { Image } from "@meridian/api/catalog/contract.ts";
import { ChevronLeft, ChevronRight, X, ZoomIn } from "lucide-react";
import { useRef, type KeyboardEvent } from "react";
import { phoneWidth, StagePicture } from "#design/picture.tsx";

const arrow =
  "absolute top-1/2 z-10 hidden size-12 -translate-y-1/2 place-items-center rounded-pill bg-paper/85 opacity-0 backdrop-blur transition-opacity group-hover:opacity-100 focus-visible:opacity-100 md:grid";

/** The pictures of a product: arrows, arrow keys, swipes and thumbnails lead through them; a click enlarges. */
export function Gallery({
  pictureOf,
  images,
  hue,
  index,
  onIndex,
}: {
  /** The product whose picture travels here from a card; absent where it does not. */
  pictureOf?: string | undefined;
  images: readonly Image[];
  hue: number;
  index: number;
  onIndex(index: number): void;
}) {
  const t = useTranslations("product");
  const common = useTranslations("common");
  const zoom = useRef<HTMLDialogElement>(null);
  const swipeFrom = useRef<number | null>(null);
  const shown = images[index] ?? null;
  const step = (by: number) => onIndex((index + by + images.length) % images.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (images.length < 2 || (event.key !== "ArrowRight" && event.key !== "ArrowLeft")) return;
    event.preventDefault();
    step(event.key === "ArrowRight" ? 1 : -1);
  };
  return (
    <section
      aria-roledescription="carousel"
      aria-label={t("pictures")}
      onKeyDown={onKeyDown}
      className="flex min-w-0 flex-col-reverse gap-3 self-start lg:flex-row"
    >
      {images.length > 1 ? (
        <ul className="no-scrollbar flex gap-2 overflow-x-auto p-1 lg:w-24 lg:flex-col lg:overflow-visible">
          {images.map((image, at) => (
            <li key={image.src} className="w-16 shrink-0 lg:w-full">
              <button
                type="button"
                aria-label={t("pictureNamed", {
                  index: at + 1,
                  count: images.length,
                  alt: image.alt,
                })}
                aria-current={at === index ? "true" : undefined}
                onClick={() => onIndex(at)}
                className="block w-full rounded-small opacity-70 transition-opacity hover:opacity-100 aria-[current]:opacity-100 aria-[current]:ring-2 aria-[current]:ring-ink aria-[current]:ring-offset-2 aria-[current]:ring-offset-paper"
              >
                <StagePicture
                  image={image}
                  hue={hue}
                  sizes="96px"
                  alt=""
                  className="aspect-4/5 rounded-small!"
                />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div
        className="group relative flex-1"
        onPointerDown={(event) => {
          swipeFrom.current = event.pointerType === "touch" ? event.clientX : null;
        }}
        onPointerUp={(event) => {
          const moved = swipeFrom.current === null ? 0 : event.clientX - swipeFrom.current;
          swipeFrom.current = null;
          if (Math.abs(moved) > 48 && images.length > 1) step(moved < 0 ? 1 : -1);
        }}
      >
        <button
          type="button"
          aria-label={t("enlarge")}
          onClick={() => zoom.current?.showModal()}
          className="block w-full cursor-zoom-in touch-pan-y rounded-stage"
        >
          <StagePicture
            key={shown?.src}
            image={shown}
            hue={hue}
            eager
            pictureOf={pictureOf}
            sizes={`(min-width: 64rem) 52vw, (min-width: 48rem) 46vw, ${phoneWidth}`}
            className="aspect-4/5 max-h-[44svh] w-full md:max-h-[min(88svh,62rem)]"
          />
          <span className="absolute right-4 bottom-4 grid size-11 place-items-center rounded-pill bg-paper/85 backdrop-blur">
            <ZoomIn aria-hidden="true" className="size-5" />
          </span>
        </button>
        {images.length > 1 ? (
          <>
            <button
              type="button"
              aria-label={t("pictureBefore")}
              onClick={() => step(-1)}
              className={`${arrow} left-3`}
            >
              <ChevronLeft aria-hidden="true" className="size-6" />
            </button>
            <button
              type="button"
              aria-label={t("nextPicture")}
              onClick={() => step(1)}
              className={`${arrow} right-3`}
            >
              <ChevronRight aria-hidden="true" className="size-6" />
            </button>
          </>
        ) : null}
        <p role="status" className="sr-only">
          {t("pictureOf", { index: index + 1, count: images.length })}
        </p>
      </div>
      <dialog
        ref={zoom}
        aria-label={t("enlarged")}
        className="m-auto max-h-none max-w-none bg-transparent backdrop:bg-ink/80 dark:backdrop:bg-paper/90"
        onClick={(event) => {
          if (event.target === event.currentTarget) zoom.current?.close();
        }}
      >
        <StagePicture
          image={shown}
          hue={hue}
          sizes="96vh"
          className="aspect-4/5 h-[min(94vh,118vw)] w-auto"
        />
        <button
          type="button"
          aria-label={common("close")}
          onClick={() => zoom.current?.close()}
          className="absolute top-3 right-3 grid size-12 place-items-center rounded-pill bg-paper text-ink"
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </dialog>
    </section>
  );
}
