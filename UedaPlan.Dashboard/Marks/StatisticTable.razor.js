// @ts-check
/** 統計の表を読む: the values of the table beside this file, for whoever draws them. */

/** @typedef {{ name: string, unit: string, values: (number | null)[] }} Series */
/** @typedef {{ form: string, labels: string[], series: Series[] }} Values */

/** A cell without a value is none, never 0. @param {HTMLElement} cell */
const valueOf = cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value);

/** @param {HTMLTableElement} table @returns {Values} */
export function read(table) {
  const rows = [...table.tBodies[0].rows];
  return {
    form: table.dataset.form ?? '',
    labels: rows.map(row => row.cells[0].dataset.short ?? ''),
    series: [...table.tHead?.rows[0].cells ?? []].slice(1).map((head, i) => ({
      name: head.dataset.name ?? '',
      unit: head.dataset.unit ?? '',
      values: rows.map(row => valueOf(row.cells[i + 1])),
    })),
  };
}
