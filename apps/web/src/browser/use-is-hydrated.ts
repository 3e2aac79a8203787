import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * False while a component takes over what the server rendered: parts of a page do that one after the other, so what the
 * browser knows by then must not be shown before.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
