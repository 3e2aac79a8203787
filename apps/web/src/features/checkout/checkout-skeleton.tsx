import { Skeleton } from "#design/skeleton.tsx";

/** The steps and the summary, in the places where they will be. */
export function CheckoutSkeleton() {
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
      <div className="grid gap-4 lg:order-last">
        <Skeleton className="h-14 rounded-stage" />
        <Skeleton className="h-20 rounded-stage lg:h-72" />
      </div>
      <div className="grid gap-3">
        <Skeleton className="h-64 rounded-stage" />
        <Skeleton className="h-20 rounded-stage" />
        <Skeleton className="h-20 rounded-stage" />
      </div>
    </div>
  );
}
