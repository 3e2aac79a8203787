/** A figure that rolls in when it changes; with reduced motion it is simply there. */
export function RollingNumber({ value }: { value: number | string }) {
  return (
    <span className="figures inline-block overflow-y-clip align-bottom">
      <span key={value} className="inline-block animate-rise">
        {value}
      </span>
    </span>
  );
}
