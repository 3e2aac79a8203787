import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "#i18n/app-config.ts";
import { AddedMessages } from "#i18n/added-messages.tsx";

/** What components in the browser say on any page. The rest of the words stays on the server. */
const everywhere: readonly Namespace[] = [
  "accountMenu",
  "bag",
  "collect",
  "common",
  "countdown",
  "errorPage",
  "list",
  "live",
  "offline",
  "problems",
  "product",
  "regions",
  "search",
  "stock",
  "theme",
];

async function pick(namespaces: readonly Namespace[]) {
  const messages = await getMessages();
  return Object.fromEntries(namespaces.map((namespace) => [namespace, messages[namespace]]));
}

/** Around the whole page. */
export async function BrowserMessages({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={await pick(everywhere)}>{children}</NextIntlClientProvider>
  );
}

/** Around what says more in the browser than other pages do. */
export async function MoreMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  return <AddedMessages messages={await pick(namespaces)}>{children}</AddedMessages>;
}
