import { useTranslations } from "next-intl";

/** Says that it is done, to those who listen as well. */
export function Saved({ isShown, words }: { isShown: boolean; words?: string }) {
  const t = useTranslations("common");
  return (
    <p role="status" className="text-small text-quiet">
      {isShown ? (words ?? t("saved")) : null}
    </p>
  );
}
