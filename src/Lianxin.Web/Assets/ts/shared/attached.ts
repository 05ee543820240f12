const kept = new WeakMap<HTMLInputElement, File[]>();

/** Adds to what a file input already holds, and shows it; choosing again never loses the earlier ones. */
export function attach(input: HTMLInputElement, files: File[]): void {
  const before = kept.get(input) || [];
  set(input, input.multiple ? before.concat(files) : files.slice(-1));
}

function set(input: HTMLInputElement, files: File[]): void {
  const most = Number(input.dataset.photos) || 9;
  files = files.slice(0, most);
  try {
    const box = new DataTransfer();
    files.forEach(file => box.items.add(file));
    input.files = box.files;
  } catch {
    return; // Too old to fill a file input: it keeps what was chosen last.
  }

  kept.set(input, files);
  const place = input.form && (input.form.querySelector<HTMLElement>(`[data-previews="${input.name}"]`) || input.form.querySelector<HTMLElement>('[data-previews]'));
  if (place) place.replaceChildren(...files.map(file => preview(file, place, () => set(input, files.filter(other => other !== file)))));
}

function preview(file: File, place: HTMLElement, remove: () => void): HTMLElement {
  const item = document.createElement('figure');
  item.className = 'preview';
  const kind = /^(image|audio|video)\//.exec(file.type);
  const shown = document.createElement(kind ? { image: 'img', audio: 'audio', video: 'video' }[kind[1]]! : 'figcaption') as HTMLImageElement & HTMLMediaElement;
  if (kind) {
    shown.src = URL.createObjectURL(file);
    shown.alt = file.name;
    shown.controls = true;
  } else shown.textContent = file.name;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'preview-remove';
  button.textContent = '×';
  button.setAttribute('aria-label', `${place.dataset.remove || '移除'} ${file.name}`);
  button.onclick = () => {
    if (kind) URL.revokeObjectURL(shown.src);
    remove();
  };
  item.append(shown, button);
  return item;
}
