/** Which kind of aggregate an event is about, by its type: what is split by it keeps each subject's order. */
import { declaredEvents } from "@meridian/api/server.ts";

const kinds = new Map<string, string>(
  declaredEvents.map(({ name, aggregateType }) => [name, aggregateType]),
);
const allTypes = [...kinds.keys()];

/** Test events are about nothing, and of a kind of their own. */
export function kindOf(type: string): string {
  return kinds.get(type) ?? "test";
}

/** Those of these types (null: all there are) that are of one kind. */
export function typesOf(kind: string, types: readonly string[] | null): string[] {
  return (types ?? allTypes).filter((type) => kindOf(type) === kind);
}

/** Those that are of none of these kinds. */
export function typesOutside(
  outside: ReadonlyMap<string, unknown>,
  types: readonly string[] | null,
): string[] {
  return (types ?? allTypes).filter((type) => !outside.has(kindOf(type)));
}
