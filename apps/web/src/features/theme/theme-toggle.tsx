"use client";

import { useTranslations } from "next-intl";
import { Monitor, Moon, Sun } from "lucide-react";
import { useLayoutEffect, useSyncExternalStore } from "react";
import { deviceStorage } from "#browser/storage.ts";
import { themeKey, themes, type Theme } from "#features/theme/theme.ts";

const icons = {
  light: Sun,
  dark: Moon,
  system: Monitor,
} as const;

const changed = "meridian:theme";

function subscribe(notify: () => void): () => void {
  window.addEventListener("storage", notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener("storage", notify);
    window.removeEventListener(changed, notify);
  };
}

function current(): Theme {
  const stored = deviceStorage.read(themeKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function choose(theme: Theme): void {
  deviceStorage.write(themeKey, theme === "system" ? null : theme);
  show(theme);
  window.dispatchEvent(new Event(changed));
}

/** Light, dark or as the system: three radios in a row. */
export function ThemeToggle() {
  const t = useTranslations("theme");
  const theme = useSyncExternalStore(subscribe, current, () => "system" as const);
  // A shell that comes back after an error is made in the browser, where no script has shown it.
  useLayoutEffect(() => show(current()), []);
  return (
    <fieldset className="inline-flex rounded-pill bg-paper p-1">
      <legend className="sr-only">{t("legend")}</legend>
      {themes.map((value) => {
        const Icon = icons[value];
        const label = t(value);
        return (
          <label
            key={value}
            title={label}
            className="grid size-11 cursor-pointer place-items-center rounded-pill text-quiet transition-colors hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
            <span className="sr-only">{label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
