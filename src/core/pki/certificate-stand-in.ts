/**
 * A CA certificate (`CN=made in the cluster`, always in force) whose key nobody has. It stands where a controller of the
 * cluster will write certificates that nobody knows yet, so that what only asks for a certificate finds one.
 */
export const CERTIFICATE_STAND_IN = `-----BEGIN CERTIFICATE-----
MIIBXzCCAQWgAwIBAgIBATAKBggqhkjOPQQDAjAeMRwwGgYDVQQDDBNtYWRlIGlu
IHRoZSBjbHVzdGVyMCAXDTcwMDEwMTAwMDAwMFoYDzk5OTkxMjMxMjM1OTU5WjAe
MRwwGgYDVQQDDBNtYWRlIGluIHRoZSBjbHVzdGVyMFkwEwYHKoZIzj0CAQYIKoZI
zj0DAQcDQgAEGA+96ugBtpwaRbAg0QOy+BnkK8WltEtbssCoDvk67tSX2PywPzZu
+YMJFZ+yi3PHrtIu1N476XSuiXrZYfe9K6MyMDAwDwYDVR0TAQH/BAUwAwEB/zAd
BgNVHQ4EFgQUUGdwnI6dlOKSiw6UmZ1j728ogCswCgYIKoZIzj0EAwIDSAAwRQIh
AKsvHOk/fZAClzBlaNvDTNAMTZFtSFT2lJASRlj2ro3NAiBqq3uABnP8Se9lHO9j
9GgQS6htMOVJUUxqh6JFj6NNMA==
-----END CERTIFICATE-----
`;

/** A line of it that holds its public key: gateways write bundles anew, and keep the lines. */
const OWN_LINE = 'zj0DAQcDQgAEGA+96ugBtpwaRbAg0QOy+BnkK8WltEtbssCoDvk67tSX2PywPzZu';

/** Whether PEM text holds the certificate that stands in for unknown ones. */
export function holdsCertificateStandIn(pem: string): boolean {
  return pem.includes(OWN_LINE);
}
