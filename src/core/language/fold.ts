/** Lower case without accents, so that «Pagó» and «pago» are compared as the same letters. */
export function fold(text: string): string {
  // most words have no accents, and taking them apart is what costs time
  if (isPlain(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const firstAccented = 0x80;

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= firstAccented) return false;
  }
  return true;
}
