import { useTranslations } from "next-intl";
import { Skeleton } from "#design/skeleton.tsx";

/** An order on its way to the page, in its final geometry. */
export function OrderSkeleton() {
  const t = useTranslations("order");
  return (
    <div role="status" aria-label={t("fetching")}>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-3 h-12 w-4/5 max-w-md" />
      <Skeleton className="mt-4 h-6 w-full max-w-xl" />
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Skeleton className="h-72 rounded-stage" />
        <Skeleton className="h-72 rounded-stage" />
      </div>
    </div>
  );
}
