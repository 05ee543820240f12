import { quiet } from '../shared/quiet';

/** Asks the server for a page again and puts these parts of it in the place of those that stand here, save what is to stay. */
export async function fresh(address: string, parts: string[], still = () => true, stays: (part: Element) => boolean = () => false): Promise<boolean> {
  const answer = await quiet(address);
  if (!answer?.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!still()) return false;
  for (const part of parts) {
    const [now, then] = [document.querySelector(part), page.querySelector(part)];
    if (now && then && !stays(now)) now.replaceWith(document.importNode(then, true));
  }

  return true;
}
