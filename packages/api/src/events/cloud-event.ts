import type { ServiceContext } from "../kernel/context.ts";
import type { LoggedEvent } from "../kernel/event-source.ts";
import { settingsOf } from "../kernel/settings.ts";
import { typePrefix, type CloudEvent } from "./contract.ts";

/** Where this shop's events come from: its API, as others reach it. */
export function sourceOf(ctx: Pick<ServiceContext, "settings">): string {
  return `${settingsOf(ctx).publicApiUrl}/api/v1`;
}

/** An event of the log as the world sees it: CloudEvents 1.0, the same on every channel. */
export function toCloudEvent(event: LoggedEvent, source: string): CloudEvent {
  const { id, type, aggregateId, occurredAt, data, position, version, traceparent } = event;
  return {
    specversion: "1.0",
    id,
    source,
    type: `${typePrefix}${type}`,
    subject: aggregateId,
    time: occurredAt,
    datacontenttype: "application/json",
    data,
    position,
    version,
    ...(traceparent !== null && { traceparent }),
  };
}
