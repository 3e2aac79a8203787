/** The name, and a globe cut by its meridian. @param isFoldable the globe alone where there is little room */
export function Wordmark({ isFoldable = false }: { isFoldable?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-display text-[1.375rem] leading-none font-bold tracking-[-0.04em]">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6">
        <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
        <path
          d="M12 1v22M12 2c5 5.5 5 14.500 0 20"
          fill="none"
          stroke="var(--color-action)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <span className={isFoldable ? "max-[23rem]:hidden" : ""}>Meridian</span>
    </span>
  );
}
