import { attach } from './attached';
import { lighter } from './lighter';
import { sendAfter } from './submit';
import { on } from './whenever';

on<HTMLInputElement>('change', 'input[type=file][data-photos]', input => {
  const chosen = Array.from(input.files || []);
  const work = Promise.all(chosen.map(lighter)).then(files => attach(input, files));
  if (input.form) sendAfter(input.form, work);
});
