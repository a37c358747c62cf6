/** What browsers draw at most on one side of a canvas, and in all, in px. */
const MOST = { side: 16_384, area: 16_384 * 8_192 };

/**
 * An SVG file as a picture in PNG, at that many times its size; a picture too large for that at as many as there is room
 * for. Rejects where the browser cannot draw it. Fetches nothing: the picture must need nothing else.
 */
export async function pngOf(svg: string, times = 2): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(times, MOST.side / Math.max(width, height), Math.sqrt(MOST.area / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser could not write this picture as PNG.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
