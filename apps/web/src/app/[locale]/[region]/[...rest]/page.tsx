import { notFound } from "next/navigation";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_", rest: ["_"] }];

/** Every address that nothing else answers: the 404 page, with the shop around it. */
export default function MissingPage() {
  notFound();
}
