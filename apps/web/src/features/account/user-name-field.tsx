/** Tells password managers whose password is asked for. */
export function UserNameField({ email }: { email: string }) {
  return (
    <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
  );
}
