/** Namespace of every example. */
export const NAMESPACE = 'shop';

/** What the gateway sends as SNI and compares with the certificate. */
export const CATALOG_HOST = 'catalog.shop.svc.cluster.local';

/** Names in the catalog service's certificate. */
export const CATALOG_NAMES: readonly string[] = [CATALOG_HOST, 'catalog.shop.svc', 'catalog'];

/** What the shop's customers ask for. */
export const STOREFRONT_HOST = 'www.shop.example';

/** The shop's partner outside the cluster. */
export const RATES_HOST = 'rates.partner.example';
