import { Check } from "lucide-react";
import { useId } from "react";
import { ChoiceLink } from "#features/region/choice-link.tsx";

type Choice = { value: string; label: string; note?: string; lang?: string };

/** One of the visitor's choices, with the present one marked. */
export function ChoiceList({
  title,
  name,
  chosen,
  choices,
}: {
  title: string;
  name: "region" | "language";
  chosen: string;
  choices: readonly Choice[];
}) {
  const id = useId();
  return (
    <section className="not-first-of-type:mt-3 not-first-of-type:border-t not-first-of-type:border-rule not-first-of-type:pt-3">
      <p id={id} className="mb-1 px-3 text-small text-quiet">
        {title}
      </p>
      <ul aria-labelledby={id}>
        {choices.map(({ value, label, note, lang }) => (
          <li key={value}>
            <ChoiceLink
              name={name}
              value={value}
              lang={lang}
              hrefLang={lang}
              aria-current={value === chosen ? "true" : undefined}
              className="flex min-h-12 items-center gap-3 rounded-small px-3 hover:bg-sunken aria-[current]:font-semibold"
            >
              <Check
                aria-hidden="true"
                className={`size-4 ${value === chosen ? "text-action" : "invisible"}`}
              />
              <span className="flex-1">{label}</span>
              {note ? <span className="text-small text-quiet">{note}</span> : null}
            </ChoiceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
