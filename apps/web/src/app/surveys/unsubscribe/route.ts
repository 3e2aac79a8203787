/**
 * Ends surveys by mail: where a mail program's own button leads (List-Unsubscribe, RFC 8058), which posts without cookies or a
 * question, and the button of a survey's page. Who follows the address with a browser comes to that page.
 */
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import { toSurvey } from "#features/surveys/survey-address.ts";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

async function stop(token: string): Promise<void> {
  try {
    await api.feedback.stop.mutate({ token });
  } catch (error) {
    // What is not there asks nobody.
    if (problemOf(error)?.status !== 404) throw error;
  }
}

export async function POST(request: Request): Promise<Response> {
  const token = tokenOf(request);
  if (token === "" || token.length > 100) return new Response("No token", { status: 400 });
  // Of a mail program nothing more is needed, whatever it sends.
  const form = await request.formData().catch(() => new FormData());
  await stop(token);
  if (form.has("language")) return toSurvey(token, form.get("language"), "stopped");
  return new Response("Done", { headers: { "cache-control": "no-store" } });
}

export function GET(request: Request): Response {
  return toSurvey(tokenOf(request), null);
}
