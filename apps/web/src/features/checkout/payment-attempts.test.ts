import { beforeEach, expect, test, vi } from "vitest";
import { forgetReturn, returnedCheckoutId } from "./payment-attempts.ts";

const id = "chk_01jd3x5v7q8r9s0t1a2b3c4d5e";
const location = { hash: "", pathname: "/de/checkout", search: "" };
const replaceState = vi.fn<History["replaceState"]>();

beforeEach(() => {
  replaceState.mockReset();
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", { replaceState });
});

test("only a whole id behind the # is a checkout that somebody comes back to", () => {
  const found = (hash: string) => {
    location.hash = hash;
    return returnedCheckoutId();
  };
  expect(found(`#${id}`)).toBe(id);
  for (const cut of ["", "#", "#chk_1", `#${id.slice(0, -1)}`, `#${id}5`, "#content"])
    expect(found(cut)).toBeUndefined();
});

test("what is over is taken out of the address, and nothing else is", () => {
  location.hash = "#content";
  forgetReturn();
  expect(replaceState).not.toHaveBeenCalled();
  location.hash = `#${id}`;
  forgetReturn();
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, "", "/de/checkout");
});
