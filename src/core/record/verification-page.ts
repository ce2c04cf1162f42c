/** `VERIFY.md` of a bundle: enough to write a verifier of one's own. */
export const verificationPage = `# How to verify this record · Cómo verificar este expediente

[English](#english) · [Español](#español)

## English

With the program: \`court verify bundle.zip --trust FINGERPRINT\`. Ask the court for its fingerprint by
another way than the one by which this bundle came.

Without the program, all that is needed is JSON, SHA-256 and Ed25519 (RFC 8032).

1. **Lines.** \`record.jsonl\` is UTF-8. Every event is one line, every line ends in one newline (0x0A),
   the last one too. A line is exactly the canonical JSON (RFC 8785) of an object with the members
   \`at, by, case, data, hash, id, prev, seq, type, v\`, no more and no fewer, with \`v\` = 1.
2. **Hash.** Take \`hash\` out of the object, write the rest as canonical JSON, and hash its UTF-8 bytes
   with SHA-256: that is \`hash\`, in lower-case hex.
3. **Chain.** \`seq\` counts 1, 2, 3 … without a gap. \`prev\` is the \`hash\` of the line before. The \`prev\` of
   the first line is SHA-256 of the UTF-8 bytes of \`first-court record v1 \` (with the space at its end)
   followed by the case's id as a JSON string, quotes included. \`case\` is the same in every line.
4. **Heads.** An event whose \`type\` is \`head-signed\` has \`data\` with \`purpose\`, \`key\` (Ed25519 public key,
   64 hex digits) and \`signature\` (128 hex digits), and no more. Take \`hash\` out of the event and \`signature\` out
   of its \`data\`; the canonical JSON of the rest is the message signed. Through \`prev\` a head signs
   everything before it. All heads are of one key.
5. **End.** The last line is a head whose \`purpose\` is \`exported\`. A record that ends otherwise was cut.
6. **Key.** The fingerprint is SHA-256 of the 32 bytes of the public key, in hex. A record whose heads all
   hold may still have been rewritten whole by somebody with another key: compare the fingerprint.
7. **Texts.** In place of a text an event holds \`{"sealed": H}\`. \`texts.jsonl\` has lines
   \`{"hash", "salt", "text"}\` with SHA-256(bytes of salt (hex) ‖ text in UTF-8) = \`hash\` = H. A text that is not
   there was sealed, erased or withheld: the chain holds without it. A text of no event was added.
8. **Files.** An event vouches for each other file by a text: for \`documents/<sha256>\` the text is that
   SHA-256 of its bytes, in hex; for another file it is the SHA-256, two spaces, and the file's name.
   \`manifest.json\` lists every file but itself; it is not signed and only helps to find damage.

## Español

Con el programa: \`court verify bundle.zip --trust HUELLA\`. Pida al tribunal su huella por una vía distinta
de aquella por la que llegó este paquete.

Sin el programa bastan JSON, SHA-256 y Ed25519 (RFC 8032).

1. **Líneas.** \`record.jsonl\` está en UTF-8. Cada evento es una línea y cada línea termina en un salto
   (0x0A), también la última. Una línea es exactamente el JSON canónico (RFC 8785) de un objeto con los
   miembros \`at, by, case, data, hash, id, prev, seq, type, v\`, ni más ni menos, con \`v\` = 1.
2. **Hash.** Quite \`hash\` del objeto, escriba el resto como JSON canónico y calcule el SHA-256 de sus bytes
   UTF-8: eso es \`hash\`, en hexadecimal con minúsculas.
3. **Cadena.** \`seq\` cuenta 1, 2, 3 … sin saltos. \`prev\` es el \`hash\` de la línea anterior. El \`prev\` de la
   primera línea es el SHA-256 de los bytes UTF-8 de \`first-court record v1 \` (con el espacio final) seguido
   del identificador de la causa como texto JSON, con sus comillas. \`case\` es el mismo en todas las líneas.
4. **Firmas.** Un evento cuyo \`type\` es \`head-signed\` tiene en \`data\` los miembros \`purpose\`, \`key\` (clave
   pública Ed25519, 64 dígitos hexadecimales) y \`signature\` (128 dígitos), y ninguno más. Quite \`hash\` del
   evento y \`signature\` de su \`data\`; el JSON canónico del resto es el mensaje firmado. Por medio de \`prev\`
   la firma cubre todo lo anterior. Todas las firmas son de una misma clave.
5. **Final.** La última línea es una firma cuyo \`purpose\` es \`exported\`. Un expediente que termina de otro
   modo fue cortado.
6. **Clave.** La huella es el SHA-256 de los 32 bytes de la clave pública, en hexadecimal. Un expediente
   cuyas firmas valen todas pudo ser reescrito entero con otra clave: compare la huella.
7. **Textos.** En lugar de un texto, el evento guarda \`{"sealed": H}\`. \`texts.jsonl\` tiene líneas
   \`{"hash", "salt", "text"}\` con SHA-256(bytes de salt (hexadecimal) ‖ texto en UTF-8) = \`hash\` = H. Un texto
   que no está fue reservado, borrado o retenido: la cadena vale sin él. Un texto sin evento fue agregado.
8. **Archivos.** Un evento responde por cada uno de los demás archivos mediante un texto: para
   \`documents/<sha256>\` es ese SHA-256 de sus bytes, en hexadecimal; para otro archivo es el SHA-256, dos
   espacios y el nombre del archivo. \`manifest.json\` enumera todos los archivos salvo él mismo; no va
   firmado y solo ayuda a encontrar daños.
`;
