/** Whether an Accept header lets `application/json` through: the most specific range decides (RFC 9110 12.5.1). */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return true;
  let bestSpecificity = -1;
  let isAccepted = false;
  for (const range of accept.split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const specificity = ["*/*", "application/*", "application/json"].indexOf(type);
    if (specificity <= bestSpecificity) continue;
    bestSpecificity = specificity;
    isAccepted = qualityOf(parameters) > 0;
  }
  return isAccepted;
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  if (q === undefined) return 1;
  const quality = Number(q.slice(2));
  return Number.isFinite(quality) ? quality : 1;
}
