/** So many are told of each unit that is there: some have bought elsewhere or do not look, and nobody is lured in vain. */
const toldPerUnit = 3;

/**
 * How many more are told now. Who is not stays in line: more are told when more comes, and when it was sold out and is back.
 * @param available units that can be bought now
 * @param told since it was last sold out
 */
export function mayBeTold({ available, told }: { available: number; told: number }): number {
  return Math.max(0, available * toldPerUnit - told);
}
