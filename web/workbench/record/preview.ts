/** How a file may be shown. By what was signed of it alone: nothing is guessed from the bytes. */
export type Preview = 'image' | 'text' | 'pdf';

const images = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
const texts = new Set(['text/plain', 'text/csv', 'text/xml', 'application/xml', 'application/json']);

/** Undefined: to be downloaded only. */
export function previewOf(mediaType: string): Preview | undefined {
  if (images.has(mediaType)) return 'image';
  if (texts.has(mediaType)) return 'text';
  return mediaType === 'application/pdf' ? 'pdf' : undefined;
}
