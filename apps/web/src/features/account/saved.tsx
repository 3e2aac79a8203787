/** Says that it is done, to those who listen as well. */
export function Saved({ isShown, words = "Saved." }: { isShown: boolean; words?: string }) {
  return (
    <p role="status" className="text-small text-quiet">
      {isShown ? words : null}
    </p>
  );
}
