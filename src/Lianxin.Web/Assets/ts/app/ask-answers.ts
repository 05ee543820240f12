let waiting = 0;
let asked = '';

// Answers while the clerk types two characters; posted with the token of the page's form.
async function find(input: HTMLInputElement): Promise<void> {
  const words = input.value.trim();
  const token = document.querySelector<HTMLInputElement>('form[method=post] input[name=__RequestVerificationToken]');
  if (!token || words === asked || words.length < 2) return;
  asked = words;
  const body = new FormData();
  body.set('q', words);
  body.set('__RequestVerificationToken', token.value);
  const answer = await fetch('/desk/answers', { method: 'POST', body });
  if (!answer.ok || asked !== words) return;
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#answers');
  if (found) document.querySelector('#answers')?.replaceWith(found);
}

document.addEventListener('input', event => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset.ask === undefined) return;
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void find(input), 250);
});

export {};
