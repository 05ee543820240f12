import { submit } from '../shared/submit';
import { on } from '../shared/whenever';

let walked: EventTarget | null = null;

// A choice made by pointing is sent at once. Walking a list with the keyboard passes what one does not mean: Enter sends.
on<HTMLSelectElement>('keydown', 'select[data-autosubmit]', (field, event) => {
  walked = field;
  if ((event as KeyboardEvent).key === 'Enter' && field.form) submit(field.form);
});
on('pointerdown', 'select[data-autosubmit]', () => { walked = null; });
on<HTMLSelectElement>('change', '[data-autosubmit]', field => {
  if (field.form && walked !== field) submit(field.form);
});
