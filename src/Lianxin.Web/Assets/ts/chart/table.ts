/** A table read as figures: the first column names the places along the axis, every other column is a series. */
export interface Figures { title: string; names: string[]; series: { name: string; values: (number | null)[] }[] }

const number = (cell?: HTMLTableCellElement): number | null => {
  const text = (cell?.dataset.value ?? cell?.textContent ?? '').replace(/[,，%％\s]/g, '');
  return text === '' || isNaN(Number(text)) ? null : Number(text);
};

export function figures(table: HTMLTableElement): Figures {
  const head = Array.from(table.tHead?.rows[0]?.cells || []).slice(1);
  const rows = Array.from(table.tBodies).flatMap(body => Array.from(body.rows));
  return {
    title: table.caption?.textContent?.trim() || '',
    names: rows.map(row => row.cells[0]?.textContent?.trim() || ''),
    series: head.map((cell, i) => ({ name: cell.textContent?.trim() || '', values: rows.map(row => number(row.cells[i + 1])) })),
  };
}
