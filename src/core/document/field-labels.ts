import { fold } from '../language/fold.ts';

/** Words with which a field of a form begins (`Total due:`, `Fecha de emisión:`), folded. */
const fieldWords = new Set(
  (
    'account address age amount answer article attachment attachments attention author balance basis bcc bill birthday branch ' +
    'case category cc charges city claim client code comment comments company conclusion contact content contract copy country court created currency customer ' +
    'date dates deadline delivery department description destination details diagnosis discount document due duration email entries entry event example exhibit ' +
    'facts fax file finding findings from gender grand history id important incident instructions internal invoice issue issued item items job language line lines list location ' +
    'mail market material materials memo message method mobile model name names note notes notice number object occupation order origin page pages paid part parties payment period phone place plan plate position price printer priority product profession project purpose ' +
    'quantity re reason receipt received recipient reference references remarks report requested result results route rut sample schedule scope section sender sent serial service session shift ship shipping signature signed source sources start state status step steps strike subject subtotal summary supplier support ' +
    'task tax telephone term terms time title to total tracking type unit units update url valid value vehicle vendor version warning website weight when where why work ' +
    'adjunto adjuntos articulo asunto autor banco cantidad cargo carta causa ciudad clausula cliente codigo comuna concepto conclusion condiciones contrato copia correo cuenta de delito demanda descripcion destinatario detalle dia diagnostico direccion documento domicilio edad ' +
    'emisor empresa enviado estado estimado factura fecha firma folio fono forma hechos hora importante inicio item items lugar marca materia medio mensaje modelo moneda monto motivo neto nombre nombres nota notas numero objeto obra observacion observaciones oficio orden pago para pagina patente periodo plazo precio procedimiento producto profesion proyecto ' +
    'razon recibido referencia remitente resultado resumen rol ruc rit saldo seccion servicio sexo solicitud sucursal telefono termino tipo titulo tribunal turno unidad valor vehiculo vencimiento version'
  ).split(' '),
);

/** Whether a label before a colon names a field and not a person who speaks. */
export function isFieldLabel(label: string): boolean {
  const words = fold(label).split(/[^\p{L}\d]+/u);
  return (
    /\d/.test(label) ||
    [...words.slice(0, 1), ...words.slice(-1)].some((word) => fieldWords.has(word))
  );
}
