import type { CSSProperties, ReactNode } from "react";

/** The head of a list: what it is, in its hue. */
export function ListingHeader({
  title,
  text,
  hue,
  children,
}: {
  title: string;
  text: string;
  hue: number;
  children?: ReactNode;
}) {
  return (
    <header className="pt-2 pb-5 md:pb-12" style={{ "--hue": hue } as CSSProperties}>
      <h1 className="text-display font-bold wrap-anywhere">{title}</h1>
      {text ? <p className="mt-3 md:mt-4 max-w-[46ch] text-lead text-hue">{text}</p> : null}
      {children}
    </header>
  );
}
