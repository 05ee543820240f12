import { on, whenever } from '../shared/whenever';

const voice = window.speechSynthesis;

function speak(button: HTMLElement, text: string): void {
  const idle = button.textContent;
  const rest = () => {
    button.setAttribute('aria-pressed', 'false');
    button.textContent = idle;
  };
  button.setAttribute('aria-pressed', 'true');
  button.textContent = button.dataset.stop || idle;
  // Sentence by sentence: some voices fall silent in the middle of a long text.
  const parts = (text.match(/[^\n。！？；]+[。！？；]?/g) || []).map(part => part.trim()).filter(Boolean);
  parts.forEach((part, i) => {
    const said = new SpeechSynthesisUtterance(part);
    said.lang = document.documentElement.lang || 'zh-CN';
    said.rate = 0.9;
    said.onerror = rest;
    if (i === parts.length - 1) said.onend = rest;
    voice.speak(said);
  });
}

if (voice && window.SpeechSynthesisUtterance) {
  // A voice may be named late, or never: a button that stays silent would be worse than none.
  const reveal = () => { if (voice.getVoices().length > 0) whenever<HTMLElement>('[data-read]', button => { button.hidden = false; }); };
  reveal();
  voice.addEventListener?.('voiceschanged', reveal);
  setTimeout(reveal, 1500);
  on<HTMLElement>('click', '[data-read]', button => {
    if (voice.speaking) return voice.cancel();
    const text = document.querySelector<HTMLElement>(button.dataset.read || 'main');
    if (text) speak(button, text.innerText);
  });
  addEventListener('pagehide', () => voice.cancel());
}
