/**
 * The texts of Kubernetes' `field.Error`, which NGINX Gateway Fabric puts into its conditions.
 *
 * @see k8s.io/apimachinery/pkg/util/validation/field/errors.go
 */
export const fieldError = {
  invalid: (path: string, value: unknown, detail: string): string =>
    `${path}: Invalid value: ${JSON.stringify(value)}: ${detail}`,
  notSupported: (path: string, value: string, supported: readonly string[]): string =>
    `${path}: Unsupported value: "${value}": supported values: ${supported.map((one) => `"${one}"`).join(', ')}`,
  tooMany: (path: string, count: number, most: number): string =>
    `${path}: Too many: ${count}: must have at most ${most} item${most === 1 ? '' : 's'}`,
  required: (path: string, detail: string): string => `${path}: Required value: ${detail}`,
  notFound: (path: string, value: unknown): string =>
    `${path}: Not found: ${JSON.stringify(value)}`,
  forbidden: (path: string, detail: string): string => `${path}: Forbidden: ${detail}`,
} as const;
