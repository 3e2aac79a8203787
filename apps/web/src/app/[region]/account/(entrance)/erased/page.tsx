import type { Metadata } from "next";
import { ButtonLink } from "#design/button.tsx";

export const metadata: Metadata = { title: "Erased", robots: { index: false } };

export default function Page() {
  return (
    <>
      <h1 className="text-heading">You are erased</h1>
      <p className="mt-4 text-lead text-quiet">
        Your account and all that led to you are gone. What you bought stays in our books, without
        your name and address.
      </p>
      <ButtonLink href="/" className="mt-8">
        Back to the shop
      </ButtonLink>
    </>
  );
}
