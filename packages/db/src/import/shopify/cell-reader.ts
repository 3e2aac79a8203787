import type { Column } from "./columns.ts";
import type { Refusal } from "./refusal.ts";
import type { Row } from "./rows.ts";
import { type Parsed, parseBoolean } from "./values.ts";

/** Reads cells and notes what is wrong with them, so that one look at a product finds all of it. */
export class CellReader {
  readonly refusals: Refusal[];

  constructor(refusals: readonly Refusal[]) {
    this.refusals = [...refusals];
  }

  refuse(row: Row, column: Column, reason: string): void {
    this.refusals.push({ line: row.line, column, reason });
  }

  /** `fallback` stands in for a refused cell; the product does not go in anyway. */
  parse<T>(row: Row, column: Column, read: (cell: string) => Parsed<T>, fallback: T): T {
    const parsed = read(row.cell(column));
    if ("value" in parsed) return parsed.value;
    this.refuse(row, column, parsed.reason);
    return fallback;
  }

  text(row: Row, column: Column, maxLength: number): string {
    const text = row.cell(column);
    if (text.length > maxLength) this.refuse(row, column, `is longer than ${maxLength} characters`);
    return text;
  }

  boolean(row: Row, column: Column, whenEmpty: boolean): boolean {
    return this.parse(row, column, (cell) => parseBoolean(cell, whenEmpty), whenEmpty);
  }
}
