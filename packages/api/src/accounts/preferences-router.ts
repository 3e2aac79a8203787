import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Nothing } from "./contract.ts";
import { Preferences, UpdatePreferences } from "./contract/preferences.ts";
import { getPreferences, updatePreferences } from "./service/preferences.ts";

const common = { tag: "Accounts", user: true, path: "/users/me/preferences" } as const;

export const preferencesRouter = router({
  get: procedure
    .meta(rest({ ...common, method: "GET", summary: "What one prefers and has agreed to" }))
    .input(Nothing)
    .output(Preferences)
    .query(({ ctx }) => getPreferences(ctx)),
  update: procedure
    .meta(
      rest({
        ...common,
        method: "PATCH",
        summary: "Change preferences, or give and take back a consent",
        ifMatch: "required",
        reasons: ["preferences.version_mismatch"],
      }),
    )
    .input(UpdatePreferences)
    .output(Preferences)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),
});
