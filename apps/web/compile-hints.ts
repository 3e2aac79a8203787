import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** https://v8.dev/blog/explicit-compile-hints: read from Chromium 136 on, a comment elsewhere. */
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Has the browser compile all of Next and React on the thread that fetches them. Else it does so function by function while they start, which
 * holds a phone up in one piece, twice as long as starting takes.
 */
export async function hintAtFramework({
  projectDir,
  distDir,
}: {
  projectDir: string;
  distDir: string;
}): Promise<void> {
  const built = resolve(projectDir, distDir);
  const { rootMainFiles } = JSON.parse(
    readFileSync(resolve(built, "build-manifest.json"), "utf8"),
  ) as { rootMainFiles: string[] };
  for (const name of rootMainFiles) {
    const file = resolve(built, name);
    const code = readFileSync(file, "utf8");
    if (!code.startsWith(hint)) writeFileSync(file, hint + code);
  }
}
