const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out',
};

/** A status with its reason phrase, as nginx prints it: `502 Bad Gateway`. */
export function statusText(status: number): string {
  return `${status} ${REASONS[status] ?? ''}`.trim();
}
