import { decodeCertificate } from '../../../pki/certificate.ts';
import type { Certificate } from '../../../pki/types.ts';
import { goCertPool } from '../../../verify/go/cert-pool.ts';
import { goPemBlocks } from '../../../verify/go/pem.ts';
import { goQuote } from '../../../verify/go/quote.ts';
import {
  goChainProblem,
  goPairProblem,
  type GoPairProblem,
} from '../../../verify/go/x509-key-pair.ts';
import {
  rememberedProof,
  type LoadedFile,
  type LoadFailure,
} from '../../../verify/loading/index.ts';
import { refused } from './refusal.ts';
import type { BlockPair, FileLoader, Loaded, PresentedPair } from './types.ts';

/**
 * A server on Go's crypto/tls. For a client CA without a certificate Go has no error text: whether the program gives up
 * or goes on with an empty pool is the program's.
 *
 * @see Go 1.26 src/crypto/tls/tls.go `X509KeyPair`, src/crypto/x509/cert_pool.go `AppendCertsFromPEM`
 */
export function goLoader(crypto: Crypto): FileLoader {
  return {
    pair: (pair) => loadPair(pair, crypto, (failure) => refused(failure)),
    clientCa: (file) =>
      loadPool(file, (failure) =>
        refused({ ...failure, text: 'AppendCertsFromPEM returns false' }, { stops: 'unknown' }),
      ),
    first: 'pair',
  };
}

/**
 * The echo server of the Gateway API's conformance suite, which panics with the error. It reads the client CA first.
 *
 * @see Gateway API conformance/echo-basic/echo-basic.go `main`, `listenAndServeTLS`
 */
export function echoLoader(crypto: Crypto): FileLoader {
  const panics = (failure: LoadFailure): Loaded<never> =>
    refused(failure, { log: `panic: Failed to start listening: ${failure.text}` });
  return {
    pair: (pair) => loadPair(pair, crypto, panics),
    clientCa: (file) =>
      loadPool(file, (failure) => {
        const path = goQuote(new TextEncoder().encode(file.path));
        return panics({ ...failure, text: `unable to append certificate in ${path} to CA pool` });
      }),
    first: 'trust',
  };
}

type Refuse = (failure: LoadFailure) => Loaded<never>;

async function loadPair(
  { certificate, key }: BlockPair,
  crypto: Crypto,
  refuse: Refuse,
): Promise<Loaded<PresentedPair>> {
  const problem =
    key === undefined ? goChainProblem(certificate.pem) : goPairProblem(certificate.pem, key.pem);
  if (problem !== null) return refuse(failureOf(problem, { certificate, ...(key && { key }) }));
  const blocks = goPemBlocks(certificate.pem).filter(({ type }) => type === 'CERTIFICATE');
  const decoded = blocks.map(({ bytes }) => decodeCertificate(bytes));
  const chain = decoded.flatMap((one) => (one.ok ? [one.certificate] : []));
  const [leaf] = chain;
  if (leaf === undefined || chain.length < decoded.length)
    return { state: 'unclear', why: sent(certificate) };
  const proof = key === undefined ? 'unsupported' : await rememberedProof(leaf, key.pem, crypto);
  const keyProof = proof === 'proven' ? 'proven' : 'not-checked';
  return { state: 'loaded', value: { chain, keyProof } };
}

/** Go looks at the first certificate alone. */
function sent({ path }: LoadedFile): string {
  return `A certificate in ${path} cannot be decoded. Go sends it as it is, and what the gateway says to it is not known.`;
}

function failureOf(
  { reason, message }: GoPairProblem,
  { certificate, key }: BlockPair,
): LoadFailure {
  const isKey = reason !== 'no-certificate' && reason !== 'not-a-certificate';
  const { path } = isKey && key !== undefined ? key : certificate;
  return { reason, path, text: message };
}

function loadPool(file: LoadedFile, refuse: Refuse): Loaded<readonly Certificate[]> {
  const value = goCertPool(file.pem);
  if (value.length === 0) return refuse({ reason: 'no-certificate', path: file.path, text: '' });
  const blocks = file.pem.split('-----BEGIN ').length - 1;
  return { state: 'loaded', value, ...(blocks > value.length && { remark: skipped(file) }) };
}

function skipped({ path }: LoadedFile): string {
  return `Go skips the blocks in ${path} that it cannot read as certificates, without a word.`;
}
