import type { Survey } from "@meridian/api/feedback/contract.ts";
import { useTranslations } from "next-intl";
import { StagePicture } from "#design/picture.tsx";

/** Kept of what was bought is no hue: the ground is the paper's. */
const paperHue = 85;
const shown = 3;

/** What was bought or left, in a few pictures: so that one remembers. */
export function SurveyItems({ items }: Pick<Survey, "items">) {
  const t = useTranslations("survey");
  const things = [...new Map(items.map((item) => [item.title, item])).values()];
  const more = things.length - shown;
  if (things.length === 0) return null;
  return (
    <ul aria-label={t("about")} className="grid gap-3">
      {things.slice(0, shown).map(({ title, image }) => (
        <li key={title} className="flex items-center gap-4">
          <StagePicture
            image={image}
            hue={paperHue}
            sizes="56px"
            alt=""
            className="aspect-square w-14 shrink-0 rounded-small!"
          />
          <span className="min-w-0 font-medium">{title}</span>
        </li>
      ))}
      {more > 0 ? <li className="text-small text-quiet">{t("andMore", { count: more })}</li> : null}
    </ul>
  );
}
