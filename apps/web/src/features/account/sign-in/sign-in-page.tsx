"use client";

import { useRouter } from "#i18n/navigation.ts";
import { useEffect } from "react";
import { nextPage } from "#features/account/account-rules.ts";
import { useUser } from "#features/account/session.ts";
import { SignIn } from "#features/account/sign-in/sign-in.tsx";

/** Signs in, and goes on to where one came from; who is signed in already goes on at once. */
export function SignInPage() {
  const { user } = useUser();
  const router = useRouter();
  const isSignedIn = Boolean(user);
  useEffect(() => {
    if (isSignedIn) router.replace(nextPage(window.location.search));
  }, [isSignedIn, router]);
  return <SignIn />;
}
