import { submit } from '../shared/submit';
import { on } from '../shared/whenever';

on<HTMLSelectElement>('change', '[data-autosubmit]', field => {
  if (field.form) submit(field.form);
});
