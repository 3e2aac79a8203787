import { DomainError } from "../kernel/errors.ts";
import { typePrefix } from "./contract.ts";
import { declaredEvents } from "./declared.ts";

const names = new Set(declaredEvents.map(({ name }) => name));

/**
 * `meridian.order.placed` -> `order.placed`, as the log names it.
 * @throws invalid `events.unknown_type` {types}: a type that never happens would be waited for in vain
 */
export function eventNames(types: readonly string[]): string[] {
  return types.map((type) => {
    const name = type.slice(typePrefix.length);
    if (names.has(name)) return name;
    throw new DomainError("invalid", "events.unknown_type", {
      message: `There is no event of the type ${type}.`,
      details: { types: [...names].map((one) => `${typePrefix}${one}`) },
    });
  });
}
