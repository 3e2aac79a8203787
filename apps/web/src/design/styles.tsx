"use client";

import { ServerInsertedHTMLContext, useServerInsertedHTML } from "next/navigation";
import { use } from "react";
import css from "#design/base.css";
import { fontFaces } from "#design/fonts/fonts.ts";

/** By what a document is written with. */
const styled = new WeakSet<object>();

/** The style sheet, in the page's head. Not as React's own element: that would stand in the payload a second time. */
export function Styles() {
  const document = use(ServerInsertedHTMLContext);
  // Asked for at each try to render and at each flush; once is enough.
  useServerInsertedHTML(() => {
    if (document === null || styled.has(document)) return null;
    styled.add(document);
    return <style dangerouslySetInnerHTML={{ __html: fontFaces + css }} />;
  });
  return null;
}
