import { pointerToken } from "@meridian/api/server.ts";

/** Where two JSON values differ, one line for each place: `- ` only in the first, `+ ` only in the second, `~ ` other. */
export function differences(before: unknown, after: unknown, at = ""): string[] {
  if (before === undefined) return [`+ ${at}`];
  if (after === undefined) return [`- ${at}`];
  if (!isContainer(before) || !isContainer(after)) {
    return Object.is(before, after) ? [] : [`~ ${at}: ${brief(before)} -> ${brief(after)}`];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    differences(before[name], after[name], `${at}/${pointerToken(name)}`),
  );
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
