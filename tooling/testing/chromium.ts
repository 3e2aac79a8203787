import { existsSync } from "node:fs";
import { apt, findProgram, runInstaller } from "../embedded/installer.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium to drive: the machine's, else apt's, else the one inside the package @sparticuz/chromium.
 * @param say told of what is installed
 */
export async function findOrInstallChromium(say: (line: string) => void): Promise<string> {
  const asked = process.env["E2E_CHROMIUM"];
  const found = asked || findProgram(names) || macApplications.find((path) => existsSync(path));
  if (found) return found;
  const installer = apt("chromium");
  if (installer) {
    say(`no Chromium on the PATH: ${installer.shown}`);
    try {
      for (const command of installer.commands) runInstaller(command);
    } catch (error) {
      say(`that failed: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
    const installed = findProgram(names);
    if (installed) return installed;
  }
  say("no Chromium on the PATH: unpacking the one of @sparticuz/chromium");
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
