"use client";

import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { localPath, useRouter } from "#i18n/navigation.ts";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { readRecent, rememberSearch } from "#features/search/recent-searches.ts";
import { useWhenUsed } from "#browser/use-when-used.ts";
import type { Choice } from "#features/search/suggestion-list.tsx";
import { useSuggestions } from "#features/search/use-suggestions.ts";

/** `/` and Ctrl-K (or Cmd-K) go to the search from anywhere, except while typing elsewhere. */
function useShortcut(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey;
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!isSlash && !isK) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [focus]);
}

function choicesOf(
  typed: string,
  recent: readonly string[],
  found: ReturnType<typeof useSuggestions>["suggestions"],
): Choice[] {
  if (typed.trim() === "") {
    return recent.map((words) => ({
      kind: "recent",
      words,
      href: `/search?q=${encodeURIComponent(words)}`,
    }));
  }
  return [
    ...(found?.categories ?? []).map((category): Choice => ({
      kind: "category",
      title: category.title,
      href: `/categories/${category.handle}`,
    })),
    ...(found?.products ?? []).map((product): Choice => ({
      kind: "product",
      product,
      href: `/products/${product.handle}`,
    })),
  ];
}

const loadList = () => import("#features/search/suggestion-list.tsx");

/** An ARIA combobox (APG) over a plain form: without JavaScript it is a search field that works. */
export function SearchBox({
  label,
}: {
  /** Tells this search from others on the page. */
  label?: string;
}) {
  const t = useTranslations("search");
  const id = useId();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState<string[]>([]);
  const { suggestions, q } = useSuggestions(typed);
  useShortcut(() => {
    input.current?.focus();
    input.current?.select();
  });

  const choices = choicesOf(typed, recent, suggestions);
  const list = useWhenUsed(loadList);
  const isShown = isOpen && choices.length > 0 && list !== undefined;
  const go = (href: string, words: string) => {
    rememberSearch(words);
    setOpen(false);
    setActive(-1);
    input.current?.blur();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      if (isShown) event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = choices.length + 1;
      setActive((at) => ((at + 1 + step + places) % places) - 1);
    }
  };
  const chosen = choices[active];
  return (
    <form
      action={localPath(useLocale(), "/search")}
      role="search"
      aria-label={label ?? t("label")}
      className="relative"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) go(chosen.href, chosen.kind === "recent" ? chosen.words : typed);
        else if (typed.trim()) go(`/search?q=${encodeURIComponent(typed.trim())}`, typed);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <label htmlFor={`${id}-q`} className="sr-only">
        {t("field")}
      </label>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-4 size-4.5 -translate-y-1/2 text-quiet"
        strokeWidth={2}
      />
      <input
        ref={input}
        id={`${id}-q`}
        name="q"
        type="search"
        value={typed}
        placeholder={t("placeholder")}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && chosen ? `${id}-${active}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => {
          setRecent(readRecent());
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        className="min-h-11 w-full rounded-pill bg-sunken pr-4 pl-11 text-body outline-offset-2 placeholder:text-quiet md:pr-12 [&::-webkit-search-cancel-button]:hidden"
      />
      <kbd
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-4 hidden -translate-y-1/2 rounded bg-paper px-1.5 font-text text-caption text-quiet md:block"
      >
        /
      </kbd>
      {list ? (
        <list.SuggestionList
          id={id}
          isShown={isShown}
          choices={choices}
          active={active}
          query={suggestions?.correctedTo ?? q}
          total={typed.trim() === "" ? null : (suggestions?.total ?? null)}
          onPick={(choice) => go(choice.href, choice.kind === "recent" ? choice.words : typed)}
        />
      ) : null}
    </form>
  );
}
