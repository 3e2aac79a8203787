import type { User } from "@meridian/api/accounts/contract/users.ts";
import {
  BellRing,
  Heart,
  KeyRound,
  MapPin,
  MessageSquareText,
  Package,
  ShieldCheck,
  SlidersHorizontal,
  UserRound,
} from "lucide-react";

/** What an account consists of, in the order of its menus. */
const sections = [
  { href: "/account", name: "overview", Icon: UserRound },
  { href: "/account/orders", name: "orders", Icon: Package },
  { href: "/wishlist", name: "wishlist", Icon: Heart },
  { href: "/account/addresses", name: "addresses", Icon: MapPin },
  { href: "/account/watches", name: "watches", Icon: BellRing },
  { href: "/account/preferences", name: "preferences", Icon: SlidersHorizontal },
  { href: "/account/security", name: "security", Icon: KeyRound },
  { href: "/account/privacy", name: "privacy", Icon: ShieldCheck },
] as const;
const staffSections = [
  { href: "/account/moderation", name: "moderation", Icon: MessageSquareText },
] as const;

/** Who works here finds their work beside what is theirs. */
export function sectionsOf({ role }: Pick<User, "role">) {
  return role === "shopper" ? sections : [...sections, ...staffSections];
}
