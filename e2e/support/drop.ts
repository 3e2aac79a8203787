import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Integrator } from "./integrator.ts";

/** The demo shop's drop. */
export const dropHandle = "first-light";
export const dropPath = `/drops/${dropHandle}`;

type Opening = { startsAt: string; admits: number | null };

/** Opens the drop at another time, or to another number at once. */
export async function changeDrop(integrator: Integrator, change: Partial<Opening>): Promise<void> {
  const asked = await integrator.send("GET", `/collections/${dropHandle}`);
  const { version } = (await asked.json()) as { version: number };
  const answer = await integrator.send("PATCH", `/collections/${dropHandle}`, {
    body: change,
    headers: { "if-match": `"${version}"` },
  });
  expect(answer.status()).toBe(200);
}

/** As the shop has it: open to twelve at once, with enough for each of them. */
export async function openDrop(integrator: Integrator): Promise<void> {
  await changeDrop(integrator, { startsAt: "2026-01-01T09:00:00.000Z", admits: 12 });
  await stockDrop(integrator, 12);
}

/** Comes to the open drop and stands in line: by pressing, or by having been there in time. */
export async function standInLine(page: Page): Promise<void> {
  await page.goto(dropPath);
  const take = page.getByRole("button", { name: "Take a place in line" });
  const leave = page.getByRole("button", { name: "Leave the line" });
  await expect(take.or(leave)).toBeVisible();
  if (await take.isVisible()) await take.click();
  await expect(leave).toBeVisible();
}

/** Somebody who keeps a place by REST until told to go. @returns goes */
export async function stander(integrator: Integrator): Promise<() => Promise<void>> {
  const { id: cartId } = await integrator.createCart();
  const path = `/drops/${dropHandle}/places/${randomUUID()}`;
  const look = async () => {
    const answer = await integrator.send("PUT", path, { body: { cartId } });
    expect(answer.ok()).toBe(true);
  };
  await look();
  const looking = setInterval(() => void look().catch(() => undefined), 5_000);
  return async () => {
    clearInterval(looking);
    await integrator.send("DELETE", path);
  };
}

/** So many units of the drop's first variant, and nothing else of it. */
export async function stockDrop(integrator: Integrator, units: number): Promise<void> {
  const pieces = await integrator.products(`region=eu&collection=${dropHandle}&limit=20`);
  for (const [index, { variants }] of pieces.entries())
    for (const [at, { id, available }] of variants.entries())
      if (available !== null)
        await integrator.setAvailable(id, index === 0 && at === 0 ? units : 0);
}
