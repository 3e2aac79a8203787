import type { MailTransport } from "@meridian/api/server.ts";
import { createTransport } from "nodemailer";

export type SmtpOptions = {
  /** smtps://user:password@host:465, or smtp:// with STARTTLS. */
  url: string;
  /** `Shop <shop@example.com>`. */
  from: string;
};

/**
 * Sends by SMTP over a few connections that stay open. What a mail says is secret (links), so it does not go unencrypted to
 * another machine, unless the URL says `?ignoreTLS=true`.
 */
export function smtp({ url, from }: SmtpOptions): MailTransport {
  const transport = createTransport(
    { url, pool: true, maxConnections: 3, requireTLS: needsTls(url), ...timeouts },
    // Another program wrote this: nobody's out-of-office answers it (RFC 3834).
    { from, headers: { "Auto-Submitted": "auto-generated" } },
  );
  return {
    async send({ id, to, subject, text, html, unsubscribeUrl }) {
      try {
        // The same at each try, so that a mail which was sent twice can be told.
        const messageId = `<${id}@${hostOf(from)}>`;
        await transport.sendMail({
          to,
          subject,
          text,
          html,
          messageId,
          headers: unsubscribe(unsubscribeUrl),
        });
        return "taken";
      } catch (error) {
        if (isForGood(error)) return "refused";
        throw withoutAddress(error);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 2369 and 8058: the mail program's own button, which asks nothing more. */
function unsubscribe(url: string | undefined): Record<string, string> {
  if (url === undefined) return {};
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Less, in all, than the two minutes for which a worker has a mail. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

function needsTls(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return !isHere && searchParams.get("ignoreTLS") !== "true";
}

function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}

/** What went wrong, by its codes. */
type SmtpError = { responseCode?: number; command?: string; code?: string };

/** RFC 5321 4.2.1: 55x about a recipient or a mail is final. About our own sign-in (535) it is not: that can be mended. */
function isForGood(error: unknown): boolean {
  const { responseCode = 0, command } = error as SmtpError;
  return responseCode >= 550 && responseCode < 560 && (command === "RCPT TO" || command === "DATA");
}

/** Servers repeat the recipient in what they answer, and what is thrown goes into the log. */
function withoutAddress(error: unknown): Error {
  const { responseCode, command, code } = error as SmtpError;
  return new Error(`SMTP: ${[code, command, responseCode].filter(Boolean).join(" ")}`);
}
