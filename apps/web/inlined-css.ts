/* oxlint-disable oxc/no-this-in-exported-function -- loaders are called so */
import tailwindcss from "@tailwindcss/postcss";
import postcss from "postcss";

/** What a loader of Turbopack's finds on `this`, as far as this one looks. */
type Loading = {
  resourcePath: string;
  getOptions(): { isForBrowser: boolean };
  addDependency(file: string): void;
  addContextDependency(directory: string): void;
};

/** The style sheet as it goes into the page; nothing of it for the browser, which has it from there. */
export default async function inlinedCss(this: Loading, source: string): Promise<string> {
  if (this.getOptions().isForBrowser) return "";
  const { css, messages } = await postcss([tailwindcss({ optimize: { minify: true } })]).process(
    source,
    { from: this.resourcePath },
  );
  for (const message of messages) {
    if (message.type === "dependency") this.addDependency(String(message["file"]));
    if (message.type === "dir-dependency") this.addContextDependency(String(message["dir"]));
  }
  return css;
}
