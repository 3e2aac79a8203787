import { CircleCheck, Hourglass, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";

const looks = {
  answered: { Icon: CircleCheck, hue: 150, title: "thanks", lead: "thanksLead" },
  over: { Icon: Hourglass, hue: 85, title: "over", lead: "overLead" },
  unknown: { Icon: Unlink, hue: 20, title: "unknown", lead: "unknownLead" },
} as const;

/** There is nothing to answer: it was, it is too late, or it never was. */
export function SurveyEnd({ state }: { state: keyof typeof looks }) {
  const t = useTranslations("survey");
  const common = useTranslations("common");
  const { Icon, hue, title, lead } = looks[state];
  return (
    <div className="flex flex-col items-start gap-5">
      <EmptyStage Icon={Icon} hue={hue} />
      <h1 className="text-heading">{t(title)}</h1>
      <p className="text-lead text-quiet">{t(lead)}</p>
      <ButtonLink href="/" look="quiet">
        {common("backToShop")}
      </ButtonLink>
    </div>
  );
}
