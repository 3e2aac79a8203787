import { ButtonLink } from "#design/button.tsx";
import { SearchBox } from "#features/search/search-box.tsx";

export default function NotFound() {
  return (
    <div className="wrap flex flex-col items-start gap-6 py-20 md:py-32">
      <p className="figures text-small font-semibold text-quiet">404</p>
      <h1 className="max-w-[16ch] text-display">Nothing stands here</h1>
      <p className="max-w-prose text-lead text-quiet">
        The object may have left the shop, or the address has a slip in it. Look for it by name:
      </p>
      <div className="w-full max-w-lg">
        <SearchBox label="Find what was here" />
      </div>
      <ButtonLink href="/" look="quiet">
        Back to the shop
      </ButtonLink>
    </div>
  );
}
