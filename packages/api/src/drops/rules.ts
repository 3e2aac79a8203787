/**
 * Whether a place in line has moved so far that its shopper hears of it: the first fifty hear each step, those behind them each
 * fiftieth part of their way. Otherwise one who is let in would be an answer to each of thousands.
 * @param seen how many were ahead when they heard last
 */
export function hasMoved(ahead: number, seen: number): boolean {
  return Math.abs(seen - ahead) >= Math.max(1, seen / 50);
}
