let waiting = 0;

// Who is on the line and what is still open for them, while the clerk goes on typing.
document.addEventListener('input', event => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset.caller === undefined) return;
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const digits = input.value.replace(/\D/g, '');
    const frame = document.querySelector('turbo-frame#caller');
    const src = `${input.dataset.caller || '/desk/call/caller'}?phone=${encodeURIComponent(input.value.trim())}`;
    if (frame && digits.length >= 7 && frame.getAttribute('data-asked') !== digits) {
      frame.setAttribute('data-asked', digits);
      frame.setAttribute('src', src);
    }
  }, 300);
});
