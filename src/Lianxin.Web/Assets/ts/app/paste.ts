// A picture copied in a chat is pasted straight into the form.
document.addEventListener('paste', event => {
  const files = event.clipboardData?.files;
  const field = document.querySelector<HTMLInputElement>('input[type=file][data-photos]');
  if (!files || files.length === 0 || !field) return;
  const all = new DataTransfer();
  for (const file of [...Array.from(field.files || []), ...Array.from(files)]) all.items.add(file);
  field.files = all.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  event.preventDefault();
});
