const longest = 1600;
const quality = 0.82;

type Picture = ImageBitmap | HTMLImageElement;

function decode(file: File): Promise<Picture> {
  // Browsers that lack either the function or the option turn the picture upright in an <img>.
  return ('createImageBitmap' in window ? createImageBitmap(file, { imageOrientation: 'from-image' }) : Promise.reject())
    .catch(() => new Promise<HTMLImageElement>((done, failed) => {
      const image = new Image();
      image.onload = () => done(image);
      image.onerror = failed;
      image.src = URL.createObjectURL(file);
    }));
}

/**
 * A photo as a JPEG of at most 1600 pixels: quick to send from a village, and without the place and device a camera writes into it.
 * What is no picture, or cannot be read as one, stays as it is.
 */
export async function lighter(file: File): Promise<File> {
  if (!/^image\/(?!svg|gif)/.test(file.type)) return file;
  try {
    const picture = await decode(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    if ('close' in picture) picture.close();
    else URL.revokeObjectURL(picture.src);
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', quality));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified }) : file;
  } catch {
    return file;
  }
}
