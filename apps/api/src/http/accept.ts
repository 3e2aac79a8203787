/** Whether an Accept header lets `application/json` through. */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return true;
  return accepts(accept, "application/json");
}

/** Whether it lets a stream through, where there is nothing else. */
export function admitsEventStream(accept = "*/*"): boolean {
  return accepts(accept, "text/event-stream");
}

/** The most specific range decides (RFC 9110 12.5.1). */
function accepts(accept: string, mediaType: `${string}/${string}`): boolean {
  const ranges = ["*/*", `${mediaType.split("/")[0]}/*`, mediaType];
  let bestSpecificity = -1;
  let isAccepted = false;
  for (const range of accept.split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const specificity = ranges.indexOf(type);
    if (specificity <= bestSpecificity) continue;
    bestSpecificity = specificity;
    isAccepted = qualityOf(parameters) > 0;
  }
  return isAccepted;
}

/** Whether a stream is asked for by name: `*` is not enough, it gets JSON. */
export function acceptsEventStream(accept: string | undefined): boolean {
  return (accept ?? "").split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    return type === "text/event-stream" && qualityOf(parameters) > 0;
  });
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  if (q === undefined) return 1;
  const quality = Number(q.slice(2));
  return Number.isFinite(quality) ? quality : 1;
}

export type Coding = "br" | "gzip";

const knownPreferences = new Map<string, Coding | undefined>();
/** Browsers and libraries send a few dozen different ones. */
const maxKnownPreferences = 200;

/** The coding to answer in, of those that are kept; undefined: as it is (RFC 9110 12.5.3). */
export function preferredCoding(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return undefined;
  if (knownPreferences.has(acceptEncoding)) return knownPreferences.get(acceptEncoding);
  const preferred = readPreference(acceptEncoding);
  if (knownPreferences.size >= maxKnownPreferences) knownPreferences.clear();
  knownPreferences.set(acceptEncoding, preferred);
  return preferred;
}

/** Of equal wishes brotli, which is smaller; `*` stands for those that are not named. */
function readPreference(acceptEncoding: string): Coding | undefined {
  const qualities = new Map<string, number>();
  for (const entry of acceptEncoding.split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    qualities.set(name, qualityOf(parameters));
  }
  const of = (coding: string) => qualities.get(coding) ?? qualities.get("*") ?? 0;
  const [br, gzip] = [of("br"), of("gzip")];
  const best = Math.max(br, gzip);
  if (best === 0 || best < (qualities.get("identity") ?? 0)) return undefined;
  return br === best ? "br" : "gzip";
}
