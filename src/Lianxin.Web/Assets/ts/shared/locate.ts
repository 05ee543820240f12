import { on, whenever } from './whenever';

/** Writes degrees where a form keeps them, so that a map on the same page follows. */
export function place(form: ParentNode, names: { longitude: string; latitude: string }, longitude: number, latitude: number): void {
  for (const [name, degrees] of [[names.longitude, longitude], [names.latitude, latitude]] as [string, number][]) {
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (!input) continue;
    input.value = degrees.toFixed(6);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// Only pages that came safely may ask where the phone is.
if (navigator.geolocation && isSecureContext) {
  whenever<HTMLElement>('[data-locate]', button => { button.hidden = false; });
  on<HTMLButtonElement>('click', '[data-locate]', button => {
    const say = (text?: string) => { if (text) button.textContent = text; };
    say(button.dataset.wait);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        place(button.form || document, { longitude: 'longitude', latitude: 'latitude' }, coords.longitude, coords.latitude);
        say(button.dataset.ok);
      },
      () => say(button.dataset.fail),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });
}
