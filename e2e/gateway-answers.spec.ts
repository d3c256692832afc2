import { webcrypto } from 'node:crypto';
import type { Page } from '@playwright/test';
import { buildExample } from '../src/core/examples/index.ts';
import type { DroppedFile } from './fixtures/index.ts';
import { issueFor } from './fixtures/certificates.ts';
import {
  dropFiles,
  expect,
  implementationTab,
  openStudio,
  stepsOf,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const body =
  'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure';
const failure =
  'verify cert failed: X509_verify_cert: certificate verification error at depth 1: unable to get local issuer certificate';

/** The Envoy Gateway example, whose policy trusts a certificate that has nothing to do with the backend's. */
async function filesTrustingAStranger(): Promise<readonly DroppedFile[]> {
  const crypto = webcrypto as unknown as Crypto;
  const { files } = await buildExample('envoy-gateway-mutual-tls', {
    now: Date.parse(now),
    crypto,
  });
  const stranger = (await issueFor('stranger.example')).certificatePem.trim();
  const block = stranger.replace(/^/gm, '    ');
  return files.map(({ path, text }) => ({
    name: path,
    content: text.replace(
      /(name: services-ca\n[^]*?ca\.crt: \|\n)(?: {4}.*\n)+/,
      (_whole, head: string) => `${head}${block}\n`,
    ),
  }));
}

async function openFailing(page: Page): Promise<void> {
  await openStudio(page, now);
  await dropFiles(page, await filesTrustingAStranger());
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
}

test('Envoy: flags in words, what the client reads and the details to copy', async ({ page }) => {
  await openFailing(page);
  const verdict = verdictOf(page);
  await expect(implementationTab(page, 'Envoy Gateway')).toContainText('client gets 503');
  await expect(verdict).toContainText('client sees 503 Service Unavailable');
  await expect(verdict).toContainText(failure);
  await expect(verdict).toContainText('UF No connection to the backend came about');
  await expect(verdict).toContainText(body);

  const details = page.getByRole('region', { name: 'Validate backend certificate, details' });
  await stepsOf(page).filter({ hasText: 'Validate backend certificate' }).click();
  await expect(details.getByRole('heading', { name: 'Answer of the gateway' })).toBeVisible();
  await expect(details).toContainText('Client gets 503 Service Unavailable');
  await expect(details).toContainText(body);
  await expect(details).toContainText(
    `upstream_reset_before_response_started{remote_connection_failure|TLS_error:|`,
  );
  await expect(details).toContainText(failure.replaceAll(' ', '_'));
  await expect(
    details.getByRole('button', { name: 'Copy the response code details' }),
  ).toBeVisible();
});

test('Envoy: every issuer tried, by the rules of BoringSSL', async ({ page }) => {
  await openFailing(page);
  const details = page.getByRole('region', { name: 'Validate backend certificate, details' });
  await stepsOf(page).filter({ hasText: 'Validate backend certificate' }).click();
  await expect(details).toContainText('RFC 5280, section 6.1; BoringSSL X509_verify_cert');
  await expect(details).not.toContainText('OpenSSL');
  const tried = details.getByRole('listitem').filter({ hasText: 'Trusted;' });
  await expect(tried.first()).toContainText('stranger.example');
  await expect(tried.first()).toContainText(
    'subject differs from the issuer name (stranger.example, not Shop Services Issuing CA)',
  );
  await expect(
    details.getByRole('listitem').filter({ hasText: 'nothing that is trusted vouches for it' }),
  ).toContainText('Shop Services Issuing CA');
});
