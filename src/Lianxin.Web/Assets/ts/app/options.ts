/** One choice of a select, as the searchable list shows it. */
export interface Choice { option: HTMLOptionElement; text: string; group: string; depth: string; found: string }

/** What can be chosen; <c>data-words</c> on an option (pinyin, the path above it) is searched but not shown. */
export function choices(select: HTMLSelectElement): Choice[] {
  return Array.from(select.options)
    .filter(option => option.value !== '' && !option.hidden)
    .map(option => {
      const group = option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : '';
      const text = option.text.trim();
      return { option, text, group, depth: option.dataset.depth || '', found: `${text} ${group} ${option.dataset.words || ''}`.toLowerCase() };
    });
}

/** Every word typed must occur somewhere: what begins with them first, then what has them in its own name, then what stands under such a heading. */
export function matching(all: Choice[], typed: string): Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return all;
  const near = ({ text }: Choice) => {
    const own = text.toLowerCase();
    return own.startsWith(words[0]) ? 0 : words.every(word => own.includes(word)) ? 1 : 2;
  };
  const found = all.filter(choice => words.every(word => choice.found.includes(word)));
  return [0, 1, 2].reduce<Choice[]>((sorted, rank) => sorted.concat(found.filter(choice => near(choice) === rank)), []);
}

/** The list under the field: headings from option groups, the chosen marked. */
export function draw(list: HTMLElement, shown: Choice[], most: number): Choice[] {
  const drawn = shown.slice(0, most);
  list.replaceChildren();
  let place: HTMLElement = list;
  let group = '';
  drawn.forEach(({ option, text, group: mine, depth }, i) => {
    if (mine !== group) {
      group = mine;
      place = list;
      if (group) {
        place = piece('combobox-group', 'group', '');
        place.setAttribute('aria-label', group);
        const heading = piece('combobox-heading', 'presentation', group);
        heading.setAttribute('aria-hidden', 'true');
        place.append(heading);
        list.append(place);
      }
    }

    const item = piece(`combobox-option${depth ? ` d${depth}` : ''}`, 'option', text);
    item.id = `${list.id}-${i}`;
    item.setAttribute('aria-selected', String(option.selected));
    if (option.disabled) item.setAttribute('aria-disabled', 'true');
    place.append(item);
  });
  return drawn;
}

export function piece(className: string, role: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('role', role);
  element.textContent = text;
  return element;
}
