import { Star } from "lucide-react";

const places = [1, 2, 3, 4, 5];

/** Five stars, filled as far as a rating goes. For eyes alone: the words stand beside them. */
export function Stars({ value, size = "size-4" }: { value: number; size?: string }) {
  return (
    <span aria-hidden="true" className="inline-flex shrink-0 gap-0.5">
      {places.map((place) => (
        <span key={place} className={`relative ${size}`}>
          <Star className="absolute inset-0 size-full text-edge" strokeWidth={1.5} />
          <span
            className="absolute inset-y-0 left-0 overflow-hidden"
            style={{ width: `${Math.min(1, Math.max(0, value - place + 1)) * 100}%` }}
          >
            <Star className={`${size} max-w-none fill-current`} strokeWidth={1.5} />
          </span>
        </span>
      ))}
    </span>
  );
}
