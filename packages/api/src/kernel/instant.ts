import { z } from "zod";

/** A UTC instant on the wire: `2026-03-01T09:30:00.000Z`. */
export const Instant = z.iso.datetime().meta({ example: "2026-03-01T09:30:00.000Z" });
