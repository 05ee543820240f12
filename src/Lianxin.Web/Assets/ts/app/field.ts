import { piece } from './options';

let count = 0;

/** Puts the searchable field beside the select, which stays as the holder of the value. */
export function field(select: HTMLSelectElement): { input: HTMLInputElement; list: HTMLElement; chosen: HTMLElement } {
  const id = select.id || `combobox-${++count}`;
  const box = document.createElement('div');
  box.className = 'combobox';
  const chosen = document.createElement('div');
  chosen.className = 'combobox-chips';
  const list = piece('combobox-list', 'listbox', '');
  list.id = `${id}-list`;
  list.hidden = true;
  const input = document.createElement('input');
  Object.assign(input, { type: 'text', id: `${id}-text`, className: 'combobox-input', autocomplete: 'off', disabled: select.disabled });
  input.placeholder = select.dataset.placeholder || (select.options[0]?.value === '' ? select.options[0].text : '');
  const state: Record<string, string | null> = {
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
    'aria-describedby': select.getAttribute('aria-describedby'), 'aria-invalid': select.getAttribute('aria-invalid'), 'aria-label': select.getAttribute('aria-label'),
  };
  for (const name in state) if (state[name] !== null) input.setAttribute(name, state[name]!);
  select.labels.forEach(label => { label.htmlFor = input.id; });
  list.setAttribute('aria-label', select.getAttribute('aria-label') || select.labels[0]?.textContent?.trim() || '');
  if (select.multiple) box.append(chosen);
  box.append(input, list);
  select.after(box);
  select.hidden = true;
  return { input, list, chosen };
}
