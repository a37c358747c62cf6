import { DataType, RecordBatchReader, type Field, type Vector } from 'apache-arrow';
import type { Cell, Column, Result, Row } from './engine.ts';
import { dateText, exactText } from './exact-text.ts';

type Decode = (value: unknown) => Cell;

/**
 * Rows of an Arrow IPC stream without losing a digit. Throws for types that have no exact cell: nested values, times
 * and the like are cast to VARCHAR in SQL by whoever wants them.
 */
export function readArrowResult(ipc: Uint8Array): Result {
  const reader = RecordBatchReader.from(ipc);
  reader.open();
  const fields = reader.schema.fields;
  const columns: Column[] = fields.map((field) => ({ name: field.name, type: duckdbType(field) }));
  const decoders = fields.map(decoderOf);
  const rows: Row[] = [];
  for (const batch of reader) {
    const vectors = fields.map((_, index) => batch.getChildAt(index) as Vector);
    for (let position = 0; position < batch.numRows; position += 1) {
      const row: Record<string, Cell> = {};
      for (const [index, column] of columns.entries()) {
        const value: unknown = vectors[index]!.get(position);
        row[column.name] = value === null ? null : decoders[index]!(value);
      }
      rows.push(row);
    }
  }
  return { columns, rows };
}

function decoderOf(field: Field): Decode {
  const type = field.type as DataType;
  if (DataType.isDictionary(type)) return String;
  if (DataType.isDecimal(type)) return (value) => exactText(fromWords(value as Uint32Array), type.scale);
  if (DataType.isInt(type)) return type.bitWidth === 64 ? (value) => String(value) : (value) => Number(value);
  if (DataType.isFloat(type)) return Number;
  if (DataType.isBool(type)) return Boolean;
  if (DataType.isUtf8(type)) return String;
  // arrow-js gives dates as milliseconds.
  if (DataType.isDate(type)) return (value) => dateText(Number(value) / 86_400_000);
  if (DataType.isNull(type)) return () => null;
  throw new Error(`column "${field.name}" has type ${String(type)}: cast it to VARCHAR in SQL`);
}

/** Little-endian 32-bit words in two's complement. */
function fromWords(words: Uint32Array): bigint {
  let value = 0n;
  for (let index = words.length - 1; index >= 0; index -= 1) value = (value << 32n) | BigInt(words[index]!);
  return BigInt.asIntN(words.length * 32, value);
}

/** DuckDB's name of the type. HUGEINT travels as DECIMAL(38,0) and is named so. */
function duckdbType(field: Field): string {
  const type = field.type as DataType;
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  if (DataType.isInt(type)) {
    const name = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[type.bitWidth as 8 | 16 | 32 | 64];
    return type.isSigned ? name : `U${name}`;
  }
  if (DataType.isFloat(type)) return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isUtf8(type) || DataType.isDictionary(type)) return 'VARCHAR';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isNull(type)) return '"NULL"';
  return String(type);
}
