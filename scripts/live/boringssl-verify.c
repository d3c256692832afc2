/*
 * Asks the distribution's BoringSSL (Debian: android-libboringssl-dev) about one chain the way Envoy does in
 * source/common/tls/cert_validator/default_validator.cc: every certificate of the bundle is an anchor, the default
 * parameters of the purpose apply, and with CRLs each certificate of the path needs one.
 *
 *   boringssl-verify CHAIN.pem CA.pem CRL.pem|- SECONDS ssl_server|ssl_client
 *
 * Prints one line of JSON: {"ok":true}, {"ok":false,"code":20,"depth":0,"text":"..."} or {"unloadable":"chain"}.
 */
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int unloadable(const char *what) {
  printf("{\"unloadable\":\"%s\"}\n", what);
  return 0;
}

static STACK_OF(X509_INFO) *read_file(const char *path) {
  BIO *bio = BIO_new_file(path, "r");
  STACK_OF(X509_INFO) *items = bio ? PEM_X509_INFO_read_bio(bio, NULL, NULL, NULL) : NULL;
  BIO_free(bio);
  return items;
}

/* Adds what the file holds; the number of certificates and lists, or -1 when the file does not load. */
static int add_file(X509_STORE *store, const char *path) {
  STACK_OF(X509_INFO) *items = read_file(path);
  if (items == NULL) return -1;
  for (size_t i = 0; i < sk_X509_INFO_num(items); i++) {
    X509_INFO *item = sk_X509_INFO_value(items, i);
    if (item->x509) X509_STORE_add_cert(store, item->x509);
    if (item->crl) X509_STORE_add_crl(store, item->crl);
  }
  return (int)sk_X509_INFO_num(items);
}

static STACK_OF(X509) *read_chain(const char *path) {
  STACK_OF(X509_INFO) *items = read_file(path);
  STACK_OF(X509) *chain = sk_X509_new_null();
  for (size_t i = 0; items != NULL && i < sk_X509_INFO_num(items); i++) {
    X509 *certificate = sk_X509_INFO_value(items, i)->x509;
    if (certificate) sk_X509_push(chain, certificate);
  }
  return chain;
}

int main(int count, char **words) {
  if (count != 6) {
    fprintf(stderr, "usage: boringssl-verify CHAIN CA CRL|- SECONDS PURPOSE\n");
    return 2;
  }
  X509_STORE *store = X509_STORE_new();
  if (add_file(store, words[2]) <= 0) return unloadable("ca");
  unsigned long flags = X509_V_FLAG_PARTIAL_CHAIN;
  if (strcmp(words[3], "-") != 0) {
    if (add_file(store, words[3]) < 0) return unloadable("crl");
    flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
  }
  X509_STORE_set_flags(store, flags);

  STACK_OF(X509) *chain = read_chain(words[1]);
  if (sk_X509_num(chain) == 0) return unloadable("chain");
  X509_STORE_CTX *context = X509_STORE_CTX_new();
  X509_STORE_CTX_init(context, store, sk_X509_value(chain, 0), chain);
  X509_STORE_CTX_set_default(context, words[5]);
  X509_STORE_CTX_set_time(context, 0, (time_t)atoll(words[4]));
  if (X509_verify_cert(context) == 1) {
    puts("{\"ok\":true}");
    return 0;
  }
  int code = X509_STORE_CTX_get_error(context);
  int depth = X509_STORE_CTX_get_error_depth(context);
  printf("{\"ok\":false,\"code\":%d,\"depth\":%d,\"text\":\"%s\"}\n", code, depth,
         X509_verify_cert_error_string(code));
  return 0;
}
