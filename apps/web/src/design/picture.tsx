import type { Image } from "@meridian/api/catalog/contract.ts";
import type { CSSProperties } from "react";
import { EarlyPicture } from "#design/early-picture.tsx";
import { OutsidePhoto } from "#design/outside-photo.tsx";

const isOurs = (src: string) => src.startsWith("/media/");
const sourceSet = (image: Image, format: "avif" | "webp") =>
  image.widths.map((width) => `${image.src}-${width}.${format} ${width}w`).join(", ");

/**
 * Of a picture that fills a phone but for the margins: a hair less than its 92vw, so that screens of under two pixels to one take the
 * picture of 640 and not the one of 1080, which nobody can tell apart there and which takes twice as long.
 */
export const phoneWidth = "88vw";

/** The one address of a picture, for where no choice of widths is possible. */
export function pictureUrl(image: Image, wantedWidth: number): string {
  if (!isOurs(image.src)) return image.src;
  const width = image.widths.find((w) => w >= wantedWidth) ?? image.widths.at(-1) ?? wantedWidth;
  return `${image.src}-${width}.webp`;
}

/**
 * An object on its stage. The shop's own pictures fill the frame with the stage drawn in; imported
 * photographs are placed whole on a stage of the product's hue.
 */
export function StagePicture({
  image,
  hue,
  sizes,
  eager = false,
  alt,
  className = "aspect-4/5",
  style,
  pictureOf,
}: {
  image: Image | null;
  hue: number;
  sizes: string;
  /** Above the fold: loaded first. */
  eager?: boolean;
  /** Replaces the picture's own text; "" where the words beside it already say it. */
  alt?: string;
  className?: string;
  style?: CSSProperties;
  /** The product whose picture this is, where it moves along from page to page. */
  pictureOf?: string | undefined;
}) {
  const loading = eager
    ? ({ loading: "eager", fetchPriority: "high" } as const)
    : ({ loading: "lazy" } as const);
  const text = alt ?? image?.alt ?? "";
  return (
    <span
      data-picture-of={pictureOf}
      className={`stage relative block overflow-hidden rounded-stage ${className}`}
      style={{ "--hue": hue, ...style } as CSSProperties}
    >
      {image === null ? null : isOurs(image.src) ? (
        <picture>
          {eager ? (
            <EarlyPicture
              src={pictureUrl(image, 800)}
              avif={sourceSet(image, "avif")}
              sizes={sizes}
            />
          ) : null}
          <source type="image/avif" srcSet={sourceSet(image, "avif")} sizes={sizes} />
          <img
            src={pictureUrl(image, 800)}
            srcSet={sourceSet(image, "webp")}
            sizes={sizes}
            alt={text}
            decoding="async"
            className="absolute inset-0 size-full object-cover"
            {...loading}
          />
        </picture>
      ) : (
        <OutsidePhoto src={image.src} alt={text} loading={loading.loading} />
      )}
    </span>
  );
}
