/**
 * The first member name of this valid JSON text that is there twice in one object, or that would reach a
 * prototype. JSON.parse keeps the last of two and says nothing (RFC 7493 2.3).
 */
export function findBadMember(json: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  let position = 0;
  while (position < json.length) {
    switch (json[position]) {
      case "{":
        open.push(new Set());
        break;
      case "[":
        open.push(null);
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case '"': {
        const end = endOfString(json, position);
        const names = open.at(-1);
        if (names && isName(json, end)) {
          const name = JSON.parse(json.slice(position, end)) as string;
          if (name === "__proto__" || names.has(name)) return name;
          names.add(name);
        }
        position = end;
        continue;
      }
      default:
    }
    position += 1;
  }
  return undefined;
}

/** The position behind the closing quote. */
function endOfString(json: string, start: number): number {
  let end = start + 1;
  while (json[end] !== '"') end += json[end] === "\\" ? 2 : 1;
  return end + 1;
}

function isName(json: string, after: number): boolean {
  while (/\s/.test(json.charAt(after))) after += 1;
  return json[after] === ":";
}
