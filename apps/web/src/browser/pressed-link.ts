/** @returns the link that a click opens in this window, unless it only leads to another place on the same page */
export function pressedLink(event: MouseEvent): HTMLAnchorElement | null {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return null;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  const opensHere = link?.target === "" || link?.target === "_self";
  return opensHere && withoutHash(link.href) !== withoutHash(location.href) ? link : null;
}

const withoutHash = (address: string) => address.split("#", 1)[0];
