/** Lower case without accents, so that «Pagó» and «pago» are compared as the same letters. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
