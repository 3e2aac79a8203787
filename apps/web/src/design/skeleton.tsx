/** A place kept for what is on its way. Give it the final geometry. */
export function Skeleton({ className = "" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-shimmer rounded-small bg-sunken ${className}`}
    />
  );
}
