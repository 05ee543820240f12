/** The chosen of a multiple select, each with a button to take it away. */
export function chips(place: HTMLElement, select: HTMLSelectElement, changed: () => void): void {
  place.replaceChildren(...Array.from(select.selectedOptions, option => {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'combobox-chip';
    const text = option.text.trim();
    chip.textContent = text;
    chip.setAttribute('aria-label', `${select.dataset.remove || '移除'} ${text}`);
    chip.onclick = () => {
      option.selected = false;
      changed();
    };
    return chip;
  }));
}
