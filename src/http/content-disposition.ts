/**
 * How a file is to be taken, with its name (RFC 6266). The plain name holds letters, digits and a few signs of
 * ASCII and nothing that ends the header or quotes; the true one follows as RFC 8187 writes it.
 */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  const escaped = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${escaped}`;
}
