// Arrays of rows, read and written on JavaScript's side: a crossing for every number would cost more than the
// mathematics. Whatever a caller's object throws is caught by the one who calls these.

// What is wrong, as reading.rs numbers it; 0 is nothing.
const ROWS = 1;
const COLUMNS = 2;
const CELLS = 3;
const ROW = 4;
const RAGGED = 5;
const TYPE = 6;

/** The first thing that is wrong, and where. */
function fault(kind, row, column, found) {
  return { kind, row, column, found, data: undefined, rows: 0, columns: 0 };
}

function describe(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  const type = typeof value;
  return type === "undefined" ? type : `${type === "object" ? "an" : "a"} ${type}`;
}

/** `Array.isArray` throws where a proxy has been revoked. */
export function isArray(value) {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** What an error says. It may be anything, and throw as well. */
export function reason(thrown) {
  try {
    const text = thrown?.message;
    return typeof text === "string" ? text.slice(0, 200) : "";
  } catch {
    return "";
  }
}

export function shortText(value) {
  return typeof value === "string" ? value.slice(0, 40) : undefined;
}

const typedArray = Object.getPrototypeOf(Float32Array.prototype);
const getter = (name) => Object.getOwnPropertyDescriptor(typedArray, name).get;
const kind = getter(Symbol.toStringTag);
const length = getter("length");
const buffer = getter("buffer");
const offset = getter("byteOffset");

/** A view of a `Float32Array` that is as long as it says it is; of a detached one, an empty one. */
export function floats(value) {
  if (kind.call(value) !== "Float32Array") return undefined;
  const size = length.call(value);
  return size === 0 ? new Float32Array(0) : new Float32Array(buffer.call(value), offset.call(value), size);
}

export function doubles(numbers) {
  return new Float64Array(numbers);
}

const isRow = (row) => Array.isArray(row) || (ArrayBuffer.isView(row) && typeof row.length === "number");

/** Rows of one type, row by row into one array. Sizes are looked at before memory is taken. */
function read(rows, type, into, maxRows, maxColumns, maxCells) {
  const n = rows.length;
  if (n > maxRows) return fault(ROWS, 0, 0, n);
  for (let row = 0; row < n; row++) if (!isRow(rows[row])) return fault(ROW, row, 0, describe(rows[row]));
  const columns = n === 0 ? 0 : rows[0].length;
  if (columns > maxColumns) return fault(COLUMNS, 0, 0, columns);
  if (n * columns > maxCells) return fault(CELLS, 0, 0, n * columns);
  const data = new into(n * columns);
  for (let row = 0, place = 0; row < n; row++) {
    const numbers = rows[row];
    if (numbers.length !== columns) return fault(RAGGED, row, columns, numbers.length);
    for (let column = 0; column < columns; column++) {
      const value = numbers[column];
      if (typeof value !== type) return fault(TYPE, row, column, describe(value));
      data[place++] = value;
    }
  }
  return { kind: 0, row: 0, column: 0, found: undefined, data, rows: n, columns };
}

export function readNumbers(rows, maxRows, maxColumns, maxCells) {
  return read(rows, "number", Float64Array, maxRows, maxColumns, maxCells);
}

export function readBooleans(rows, maxRows, maxColumns, maxCells) {
  return read(rows, "boolean", Uint8Array, maxRows, maxColumns, maxCells);
}

/** Adds the numbers to `rows`, as arrays of `columns`. */
export function addRows(rows, numbers, columns) {
  for (let place = 0; place < numbers.length; place += columns) {
    rows.push(Array.from(numbers.subarray(place, place + columns)));
  }
}
