/** The browser's side of passkeys (WebAuthn Level 3): options from the API in, what was signed out. */
import type { Words } from "#i18n/app-config.ts";

/** Whether this browser has them, and speaks of them in JSON. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== "undefined" &&
    "parseRequestOptionsFromJSON" in PublicKeyCredential
  );
}

/** Whether passkeys can be offered in the list below a field. */
export async function canOfferPasskeys(): Promise<boolean> {
  return (
    hasPasskeys() &&
    "isConditionalMediationAvailable" in PublicKeyCredential &&
    (await PublicKeyCredential.isConditionalMediationAvailable())
  );
}

type Signed = {
  id: string;
  rawId: string;
  type: "public-key";
  response: { clientDataJSON: string };
  clientExtensionResults: Record<string, unknown>;
};

/** @throws NotAllowedError when the person or the device said no, AbortError */
export async function askPasskey(
  options: Record<string, unknown>,
  { signal, isOffer = false }: { signal: AbortSignal; isOffer?: boolean },
): Promise<Signed> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const found = await navigator.credentials.get({
    publicKey,
    signal,
    mediation: isOffer ? "conditional" : "optional",
  });
  return signedBy(found);
}

/** @throws NotAllowedError; InvalidStateError when this device has one for the account already */
export async function makePasskey(options: Record<string, unknown>): Promise<Signed> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return signedBy(await navigator.credentials.create({ publicKey }));
}

function signedBy(credential: Credential | null): Signed {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("the browser gave no passkey");
  return credential.toJSON() as unknown as Signed;
}

/** What became of it, to whoever asked; undefined: they closed the window themselves. */
export function passkeyTrouble(error: unknown, t: Words<"account">): string | undefined {
  if (!(error instanceof DOMException)) return t("deviceFailed");
  if (error.name === "InvalidStateError") return t("hasPasskey");
  return error.name === "NotAllowedError" || error.name === "AbortError"
    ? undefined
    : t("deviceFailed");
}
