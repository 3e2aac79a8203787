"use client";

import { Section, Waiting } from "#features/account/section.tsx";
import { PasskeyList } from "#features/account/security/passkey-list.tsx";
import { PasswordForm } from "#features/account/security/password-form.tsx";
import { TotpOff } from "#features/account/security/totp-off.tsx";
import { TotpOn } from "#features/account/security/totp-on.tsx";
import { useTotp } from "#features/account/security/use-totp.ts";

/** How one signs in. */
export function SecurityPage() {
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">Security</h1>
      <div className="grid gap-4">
        <Section
          id="passkeys"
          title="Passkeys"
          lead="Sign in with your fingerprint, your face or your device’s PIN. Nothing to remember, nothing to steal."
        >
          <PasskeyList />
        </Section>
        <Section id="password" title="Password" lead="A new one signs you out everywhere but here.">
          <PasswordForm />
        </Section>
        <SecondStep />
      </div>
    </>
  );
}

function SecondStep() {
  const { data, isTroubled, retry } = useTotp();
  return (
    <Section
      id="totp"
      title="Second step"
      lead="After the password, a code of an app on your phone. A stolen password alone opens nothing then."
    >
      {data === undefined ? (
        <Waiting what="The second step" isTroubled={isTroubled} onRetry={retry} />
      ) : data.isOn ? (
        <TotpOn />
      ) : (
        <TotpOff />
      )}
    </Section>
  );
}
