const months =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  );

const wholeDate = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** An ISO date as a Spanish paper prints it; what is no whole date stays. */
export const spanishDate = (iso: string): string =>
  iso.replace(wholeDate, (_, year: string, month: string, day: string) =>
    [Number(day), ...months.slice(Number(month) - 1, Number(month)), year].join(' de '),
  );
