/** The words with what was typed marked in them; matching as the search does, without case and accents. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  // Folding that changes the length would mark the wrong letters.
  const isMappable = folded.length === text.length;
  const hit = words
    .map((word) => ({ at: isMappable ? wordStart(folded, word) : -1, length: word.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  if (!hit) return <>{text}</>;
  return (
    <>
      {text.slice(0, hit.at)}
      <mark className="bg-action-wash text-inherit">{text.slice(hit.at, hit.at + hit.length)}</mark>
      {text.slice(hit.at + hit.length)}
    </>
  );
}

function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function wordStart(text: string, word: string): number {
  const at = ` ${text}`.indexOf(` ${word}`);
  return at >= 0 ? at : text.indexOf(word);
}
