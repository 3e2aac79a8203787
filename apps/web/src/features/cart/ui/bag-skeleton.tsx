import { useTranslations } from "next-intl";
import { Skeleton } from "#design/skeleton.tsx";

function LineSkeleton() {
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 py-5 first:pt-1 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <Skeleton className="aspect-4/5" />
      <div className="flex flex-col justify-between">
        <div className="grid gap-2">
          <Skeleton className="h-5 w-3/5" />
          <Skeleton className="h-4 w-2/5" />
        </div>
        <Skeleton className="h-11 w-32 rounded-pill" />
      </div>
    </li>
  );
}

/** Lines on their way, in the places where they will be: as many as were seen last. */
export function LinesSkeleton() {
  const t = useTranslations("bag");
  return (
    <ul aria-label={t("fetching")} className="awaited-lines divide-y divide-rule">
      <LineSkeleton />
      <LineSkeleton />
      <LineSkeleton />
      <LineSkeleton />
    </ul>
  );
}

export function SummarySkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-4" />
      <Skeleton className="h-4" />
      <Skeleton className="mt-3 h-7" />
      <Skeleton className="mt-4 h-12 rounded-pill" />
    </div>
  );
}
