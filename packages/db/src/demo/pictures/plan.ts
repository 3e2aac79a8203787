import { colorOf } from "../palette.ts";
import { pick } from "../digest.ts";
import type { DemoProduct } from "../product.ts";
import type { Paint, Pose } from "./compose.ts";
import { scene, type Scene, type Slot, type StageKind } from "./scene.ts";
import type { Tone } from "./tones.ts";

/** One object of a picture; `detail` says how large it is drawn. */
type PlannedObject = {
  icon: string;
  paint?: Paint;
  slot: Slot;
  pose: Pose;
  turnDegrees?: number;
  isMain: boolean;
};

/** Everything that decides how a picture looks: equal plans are equal pictures. */
export type PicturePlan = {
  name: string;
  alt: string;
  widths: readonly number[];
  scene: Scene;
  objects: readonly PlannedObject[];
  /** The colour that it shows, when it shows one. */
  color?: string;
};

const WIDTHS = [320, 640, 1080] as const;
const HERO_WIDTHS = [...WIDTHS, 1600] as const;

const standingStages: readonly StageKind[] = [
  "cove",
  "plinth",
  "arch",
  "disc",
  "window",
  "flutes",
  "plinth",
];
const hangingStages: readonly StageKind[] = ["cove", "arch", "disc", "window", "flutes"];
const standingSets: readonly StageKind[] = ["steps", "pair", "niche"];

function choose<T>(from: readonly T[], key: string): T {
  return from[pick(key, from.length)] as T;
}

const turn = (hue: number, by: number) => (hue + by + 360) % 360;
const words = (icon: string) => icon.replaceAll("-", " ");

/** The pictures of a product in gallery order: hero, close view, on set, then its other colours. */
export function planPictures(product: DemoProduct): PicturePlan[] {
  const { handle, title, icon, hue } = product;
  const pose = product.pose ?? "stand";
  const tone = product.tone ?? "pale";
  const light = pick(`light:${handle}`, 2) === 0 ? -1 : 1;
  const stage = choose(pose === "hang" ? hangingStages : standingStages, `stage:${handle}`);
  const hero = scene(stage, hue, tone, light);
  const colorAxis = product.axes.find((axis) => axis.name === "Color");
  const [first, ...others] = colorAxis?.values.map(({ value }) => value) ?? [];
  const solo = (paint?: Paint): PlannedObject[] => [
    { icon, ...(paint && { paint }), slot: slotOf(hero, 0), pose, isMain: true },
  ];
  return [
    {
      name: "hero",
      alt: first ? `${title} in ${first}` : title,
      widths: HERO_WIDTHS,
      scene: hero,
      objects: solo(),
      ...(first && { color: first }),
    },
    closeView(product, tone, light === -1 ? 1 : -1),
    onSet(product, tone),
    ...others.map((color) => ({
      name: `color-${color.toLowerCase()}`,
      alt: `${title} in ${color}`,
      widths: WIDTHS,
      scene: hero,
      objects: solo({
        color: colorOf(color),
        ...(product.surfaceHue !== undefined && { surfaceHue: product.surfaceHue }),
      }),
      color,
    })),
  ];
}

function slotOf({ slots }: Scene, index: number): Slot {
  const slot = slots[index];
  if (!slot) throw new Error(`The stage has no slot ${index}.`);
  return slot;
}

function closeView(
  { handle, title, icon, hue }: DemoProduct,
  tone: Tone,
  light: -1 | 1,
): PicturePlan {
  return {
    name: "detail",
    alt: `${title}, close view`,
    widths: WIDTHS,
    scene: scene("cove", turn(hue, light * 14), tone === "pale" ? "rich" : tone, light),
    objects: [
      {
        icon,
        slot: { x: 500 + light * -150, ground: 1330, maxWidth: 1180, maxHeight: 1240 },
        pose: "hang",
        turnDegrees: light * (4 + pick(`turn:${handle}`, 7)),
        isMain: true,
      },
    ],
  };
}

function onSet(product: DemoProduct, tone: Tone): PicturePlan {
  const { handle, title, icon, hue, pose = "stand" } = product;
  const kind = pose === "hang" ? "niche" : choose(standingSets, `set:${handle}`);
  const light = pick(`set-light:${handle}`, 2) === 0 ? -1 : 1;
  const set = scene(kind, turn(hue, light * 24), tone, light);
  const [left, right] = product.with;
  const companion = (name: string, index: number): PlannedObject => ({
    icon: name,
    slot: slotOf(set, index),
    pose: "stand",
    isMain: false,
  });
  return {
    name: "set",
    alt: `${title} with ${words(left)} and ${words(right)}`,
    widths: WIDTHS,
    scene: set,
    objects: [
      { icon, slot: slotOf(set, 0), pose, isMain: true },
      companion(left, 1),
      companion(right, 2),
    ],
  };
}
