import { afterEach, expect, test } from "vitest";
import { startMailServer, type MailServer } from "../../test/mail-server.ts";
import { smtp } from "./smtp.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function serverWith(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}
function transportTo({ port }: MailServer, at = "127.0.0.1", query = "") {
  const url = `smtp://shop:secret@${at}:${port}${query}`;
  const transport = smtp({ url, from: "Shop <shop@example.com>" });
  open.push(transport);
  return transport;
}
const mail = {
  id: "mail-7",
  to: "ada@example.com",
  subject: "Bestätige deine Adresse",
  text: "https://shop.example/account/verify?token=a=b\n",
  html: '<!doctype html><html lang="de"><a href="https://shop.example/">Bestätigen</a></html>',
};

test("a mail arrives as it was written, under the same id each time", async () => {
  const server = await serverWith();
  const transport = transportTo(server);
  expect(await transport.send(mail)).toBe("taken");
  expect(await transport.send(mail)).toBe("taken");
  for (const got of server.taken) {
    expect(got).toMatchObject({ from: "shop@example.com", to: ["ada@example.com"] });
    expect(got.text).toContain("Message-ID: <mail-7@example.com>");
    expect(got.text).toContain("Auto-Submitted: auto-generated");
    expect(got.text).toContain("Subject: =?UTF-8?Q?Best=C3=A4tige_deine_Adresse?=");
    expect(got.text).toMatch(
      /multipart\/alternative[^]*text\/plain[^]*\/account\/verify\?token[^]*text\/html[^]*<html lang=3D"de">/,
    );
  }
  expect(server.taken).toHaveLength(2);
});

test("an address that there is not is refused for good; a server that is busy is asked again", async () => {
  const server = await serverWith({
    recipients: { "gone@example.com": 550, "later@example.com": 451 },
  });
  const transport = transportTo(server);
  expect(await transport.send({ ...mail, to: "gone@example.com" })).toBe("refused");
  const later = transport.send({ ...mail, to: "later@example.com" });
  await expect(later).rejects.toThrow("SMTP: EENVELOPE RCPT TO 451");
  expect(await transport.send(mail)).toBe("taken");
});

test("a wrong password, and nobody there, is tried again; what is thrown names no recipient", async () => {
  const server = await serverWith({ password: "another" });
  const refused = await transportTo(server).send(mail).catch(String);
  expect(refused).toContain("535");
  expect(refused).not.toContain("ada@example.com");
  await server.close();
  await expect(transportTo(server).send(mail)).rejects.toThrow("SMTP: ESOCKET CONN");
});

test("to another machine no mail goes unencrypted, unless that is wanted", async () => {
  const server = await serverWith();
  // Not one of the names of this machine, though it leads here.
  await expect(transportTo(server, "0.0.0.0").send(mail)).rejects.toThrow("ETLS");
  expect(server.taken).toEqual([]);
  expect(await transportTo(server, "0.0.0.0", "?ignoreTLS=true").send(mail)).toBe("taken");
});
