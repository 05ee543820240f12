const asked = new WeakMap<Element, string>();
const waiting = new WeakMap<Element, number>();

// Whether somebody has reported it already, while the rest is still being typed; where several are entered at once, each for itself.
async function look(words: HTMLElement, within: Element, panel: Element): Promise<void> {
  const row = words.dataset.near || '';
  const body = new FormData();
  const token = words.closest('form')?.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]');
  if (token) body.set(token.name, token.value);
  for (const name of ['words', 'placeWords', 'unit', 'longitude', 'latitude']) {
    const field = within.querySelector<HTMLInputElement>(`[name="${row && name === 'placeWords' ? 'place' : name}${row}"]`);
    if (field?.value) body.set(name, field.value);
  }

  const now = ['words', 'placeWords', 'unit', 'longitude'].map(name => body.get(name)).join('|');
  if (now === asked.get(words) || String(body.get('words') || '').length < 4) return;
  asked.set(words, now);
  const answer = await fetch('/desk/near', { method: 'POST', body });
  if (!answer.ok || asked.get(words) !== now) return;
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.near');
  if (found && panel.isConnected) panel.replaceWith(found);
}

for (const type of ['input', 'change']) {
  document.addEventListener(type, event => {
    const within = event.target instanceof Element ? event.target.closest('fieldset:has([data-near]), form') : null;
    const words = within?.querySelector<HTMLElement>('[data-near]');
    if (!within || !words) return;
    clearTimeout(waiting.get(words));
    waiting.set(words, window.setTimeout(() => {
      const panel = within.querySelector('.near') || document.querySelector('.near');
      if (panel) void look(words, within, panel);
    }, 500));
  });
}

export {};
