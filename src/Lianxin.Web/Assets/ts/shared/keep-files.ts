/**
 * What was chosen stays chosen: a box with files in it takes the place of the empty one of the same question on the page
 * that came back, and leaves the empty one behind.
 */
export function keepFiles(from: ParentNode, to: ParentNode): void {
  from.querySelectorAll<HTMLInputElement>('[data-files] input[type=file]').forEach(input => {
    if (!input.files?.length) return;
    const box = input.closest('[data-files]')!;
    const same = Array.from(to.querySelectorAll<HTMLInputElement>(`[data-files] input[type=file][name="${input.name}"]`))
      .find(other => !other.files?.length && other.form?.getAttribute('action') === input.form?.getAttribute('action'));
    const empty = same?.closest('[data-files]');
    if (!empty) return;
    const here = document.createComment('');
    box.replaceWith(here);
    empty.replaceWith(box);
    here.replaceWith(empty);
  });
}
