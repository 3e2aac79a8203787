import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  port: number;
  /** What arrived, with its headers. */
  taken: { from: string; to: string[]; text: string }[];
  /** From now on these recipients get this answer; each as often as it is named. */
  recipients: Record<string, number>;
  close(): Promise<void>;
};

type Options = {
  /** Of the user `shop`. */
  password?: string;
  /** Recipients that are refused, and the code that says so. */
  recipients?: Record<string, number>;
};

/** A real SMTP server on this machine, without encryption. */
export async function startMailServer({
  password = "secret",
  recipients = {},
}: Options = {}): Promise<MailServer> {
  const taken: MailServer["taken"] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth(auth, _session, done) {
      const isRight = auth.username === "shop" && auth.password === password;
      done(isRight ? null : answer(535), isRight ? { user: "shop" } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      const code = recipients[address];
      done(code === undefined ? null : answer(code, address));
    },
    onData(stream, { envelope }, done) {
      const content: string[] = [];
      stream.setEncoding("utf8").on("data", (part: string) => content.push(part));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, text: content.join("") });
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { port, taken, recipients, close };
}

function answer(responseCode: number, about = "you"): Error {
  return Object.assign(new Error(`${about} is not welcome`), { responseCode });
}
