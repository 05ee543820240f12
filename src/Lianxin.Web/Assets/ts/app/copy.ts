import { on, whenever } from '../shared/whenever';

whenever<HTMLButtonElement>('[data-copy]', button => { button.hidden = false; });

// The text stays selected, so that where the browser keeps the clipboard closed a key is enough.
on<HTMLButtonElement>('click', '[data-copy]', button => {
  const text = document.getElementById(button.dataset.copy || '');
  if (!(text instanceof HTMLTextAreaElement)) return;
  text.focus();
  text.select();
  const said = () => { button.textContent = button.dataset.copied || ''; };
  if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(said, () => undefined);
  else if (document.execCommand('copy')) said();
});
