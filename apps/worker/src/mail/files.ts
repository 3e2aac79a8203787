import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log, Mail, MailTransport } from "@meridian/api/server.ts";

/** Takes mails as files, for a shop without a mail server: who develops follows links in them. Beside each is how it looks, for a browser. */
export function mailFiles(directory: string, log: Log): MailTransport {
  return {
    async send({ to, subject, text, html, unsubscribeUrl }: Mail) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = join(directory, `${Date.now()}-${crypto.randomUUID()}`);
      const file = `${path}.eml`;
      const unsubscribe = unsubscribeUrl ? `List-Unsubscribe: <${unsubscribeUrl}>\n` : "";
      await writeFile(`${path}.html`, html, { mode: 0o600 });
      await writeFile(file, `To: ${to}\nSubject: ${subject}\n${unsubscribe}\n${text}`, {
        mode: 0o600,
      });
      log.info({ file }, "a mail was written to a file");
      return "taken";
    },
    close() {},
  };
}
