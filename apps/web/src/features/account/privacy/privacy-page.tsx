"use client";

import { Section } from "#features/account/section.tsx";
import { EraseAccount } from "#features/account/privacy/erase-account.tsx";
import { ExportAccount } from "#features/account/privacy/export-account.tsx";

export function PrivacyPage() {
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">Privacy</h1>
      <div className="grid gap-4">
        <Section
          id="export"
          title="All that we know of you"
          lead="One file that people and programs can read: your details, addresses, consents, bag, orders and sessions."
        >
          <ExportAccount />
        </Section>
        <Section
          id="erase"
          title="Be forgotten"
          lead="Your account goes, with your addresses, your bag and your name on past orders. What was paid and taxed stays in the books, without you. It can’t be undone."
        >
          <EraseAccount />
        </Section>
      </div>
    </>
  );
}
