import { whenever } from '../shared/whenever';
import { chips } from './chips';
import { field } from './field';
import { choices, draw, matching, piece, type Choice } from './options';

const most = 100;

function begin(select: HTMLSelectElement): void {
  const { input, list, chosen } = field(select);
  let shown: Choice[] = [];
  let at = -1;
  const required = select.required;
  select.required = false;

  const settle = () => {
    if (select.multiple) chips(chosen, select, tell);
    input.value = select.multiple || !select.value ? '' : select.selectedOptions[0]?.text.trim() || '';
    input.required = required && !select.value;
  };
  const tell = () => {
    settle();
    for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const point = (to: number) => {
    const items = list.querySelectorAll('[role=option]');
    items[at]?.classList.remove('active');
    at = items.length ? (to + items.length) % items.length : -1;
    items[at]?.classList.add('active');
    items[at]?.scrollIntoView?.({ block: 'nearest' });
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', items[at].id);
  };
  const open = (typed: string) => {
    const found = matching(choices(select), typed);
    shown = draw(list, found, most);
    const note = found.length === 0 ? select.dataset.none || '没有找到，换个说法试试' : found.length > most ? select.dataset.more || '还有更多，请多输入几个字' : '';
    if (note) list.append(piece('combobox-note', 'presentation', note));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    at = -1;
    point(typed ? 0 : shown.findIndex(choice => choice.option.selected && !select.multiple));
    if (!typed && !select.selectedOptions[0]?.value) point(0);
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    const option = shown[index]?.option;
    if (!option || option.disabled) return;
    option.selected = select.multiple ? !option.selected : true;
    close();
    tell();
  };

  input.addEventListener('input', event => {
    event.stopPropagation();
    open(input.value);
  });
  input.addEventListener('change', event => event.stopPropagation());
  input.addEventListener('click', () => list.hidden && open(''));
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', () => {
    if (!input.value && !select.multiple && select.value && select.options[0]?.value === '') {
      select.selectedIndex = 0;
      tell();
    }

    close();
    settle();
  });
  input.addEventListener('keydown', event => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (list.hidden) open('');
      else point(at + (key === 'ArrowDown' ? 1 : -1));
    } else if (key === 'Enter' && !list.hidden) choose(at);
    else if (key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      close();
      settle();
    } else if (key === 'Backspace' && select.multiple && !input.value && select.selectedOptions.length) {
      select.selectedOptions[select.selectedOptions.length - 1].selected = false;
      tell();
    } else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const item = event.target instanceof Element && event.target.closest('[role=option]');
    if (item) choose(Array.from(list.querySelectorAll('[role=option]')).indexOf(item));
  });
  select.addEventListener('change', settle);
  select.form?.addEventListener('reset', () => setTimeout(settle));
  settle();
  if (select.autofocus) setTimeout(() => input.focus());
}

whenever<HTMLSelectElement>('select[data-combobox]', begin);
