/** Why a row could not go in: said so that somebody who looks at the file in a spreadsheet finds the cell. */
export type Refusal = {
  /** Line in the file, from 1; a row with line breaks inside quotes counts from where it begins. */
  line: number;
  /** Header of the column; null when the whole row is meant. */
  column: string | null;
  reason: string;
};

export function describeRefusal({ line, column, reason }: Refusal): string {
  return `line ${line}${column === null ? "" : `, ${column}`}: ${reason}`;
}

/** The file as a whole is not what the importer reads. The message says what to do. */
export class UnreadableFileError extends Error {
  override name = "UnreadableFileError";
}
