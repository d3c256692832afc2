import {
  dropFiles,
  expect,
  expectNoAxeViolationsInThemes,
  implementationTab,
  openExample,
  openStudio,
  test,
  verdictOf,
} from './fixtures/index.ts';
import type { Locator, Page } from '@playwright/test';

const now = '2026-06-15T12:00:00Z';

/** Shows the conditions. */
async function showStatus(page: Page): Promise<Locator> {
  await page
    .getByRole('tablist', { name: 'Panels' })
    .getByRole('tab', { name: /^Status/ })
    .click();
  return page.getByRole('table', { name: 'Predicted conditions, by object' });
}

const V1 = 'apiVersion: gateway.networking.k8s.io/v1';

/** What `kubectl get -o yaml` prints: the route was judged before its Service was there. */
const pasted = `apiVersion: v1
kind: List
items:
  - ${V1}
    kind: Gateway
    metadata: { name: gateway, namespace: default }
    spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }] }
  - ${V1}
    kind: HTTPRoute
    metadata: { name: app, namespace: default, generation: 2 }
    spec: { parentRefs: [{ name: gateway }], rules: [{ backendRefs: [{ name: app, port: 80 }] }] }
    status:
      parents:
        - controllerName: gateway.nginx.org/nginx-gateway-controller
          parentRef: { group: gateway.networking.k8s.io, kind: Gateway, namespace: default, name: gateway, sectionName: http }
          conditions:
            - { type: Accepted, status: "True", reason: Accepted, message: The Route is accepted, observedGeneration: 1 }
            - type: ResolvedRefs
              status: "False"
              reason: BackendNotFound
              message: 'spec.rules[0].backendRefs[0].name: Not found: "app"'
              observedGeneration: 1
              lastTransitionTime: "2026-06-14T08:00:00Z"
        - controllerName: example.com/mesh
          parentRef: { name: gateway }
          conditions: [{ type: Accepted, status: "True", reason: Accepted, message: Taken }]
  - apiVersion: v1
    kind: Service
    metadata: { name: app, namespace: default }
    spec: { ports: [{ name: http, port: 80 }] }
`;

test('every object has the conditions of its controller, in words of the chosen gateway', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  const conditions = await showStatus(page);
  const refused = conditions.getByRole('row', { name: /NoValidCACertificate/ });
  await expect(refused).toContainText('No valid CACertificateRef found');
  await expect(refused).toContainText('No CA reference can be used');
  await expect(page.getByRole('tab', { name: /^Status/ })).toContainText('Status');
  await expect(
    page.getByRole('tab', { name: /^Status/ }).getByRole('img', { name: 'A condition is not met' }),
  ).toBeVisible();
  await expectNoAxeViolationsInThemes(page);

  await implementationTab(page, 'Envoy Gateway').click();
  await expect(conditions).toContainText('Policy has been accepted.');
  await expect(conditions).toContainText('gateway.envoyproxy.io/gatewayclass-controller');
  await expect(refused).toBeHidden();
  await implementationTab(page, 'agentgateway').click();
  await expect(conditions).toContainText('agentgateway.dev/agentgateway');
  await expect(refused).toBeVisible();
});

test('an object and its parent are selected from the list, a condition leads to its field', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  const conditions = await showStatus(page);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const object = conditions.getByRole('button', { name: /HTTPRoute$/ }).first();
  await object.focus();
  await page.keyboard.press('Enter');
  await expect(object).toHaveAttribute('aria-current', 'true');
  await expect(inspector).toContainText('HTTPRoute');
  await page.keyboard.press('ArrowDown');
  await expect(object).not.toBeFocused();
  await conditions
    .getByRole('button', { name: /^Parent Gateway/ })
    .first()
    .click();
  await expect(inspector).toContainText('Gateway');
  await conditions
    .getByRole('button', { name: /^Show the field/ })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: /^YAML of / })).toBeAttached();
});

test('met conditions are not taken for a handshake that succeeds', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  await showStatus(page);
  await expect(page.getByText('Every condition is met, and yet: Fails at step')).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
  await page.getByRole('button', { name: 'Show the handshake' }).click();
  await expect(verdictOf(page)).toBeVisible();
});

test('a pasted status is held against the prediction', async ({ page }) => {
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'cluster.yaml', content: pasted }]);
  await expect(verdictOf(page)).toBeVisible();
  const conditions = await showStatus(page);
  await expect(conditions).toContainText(
    'The cluster says False since 14 Jun 2026, these manifests would give True.',
  );
  await expect(conditions).toContainText('the controller has not looked at generation 2 yet');
  await expect(conditions).toContainText(
    'Written by example.com/mesh, so it is not compared with NGINX Gateway Fabric.',
  );
  await expect(
    page
      .getByRole('tab', { name: /^Status/ })
      .getByRole('img', { name: 'The cluster says otherwise' }),
  ).toBeVisible();
  await page.getByRole('radio', { name: /^Differs 1/ }).click();
  await expect(conditions.getByRole('button', { name: /HTTPRoute$/ })).toBeVisible();
  await expect(conditions.getByRole('button', { name: /Gateway$/ })).toBeHidden();
  await expectNoAxeViolationsInThemes(page);

  await implementationTab(page, 'kgateway').click();
  await expect(page.getByText('Predicted for kgateway')).toBeVisible();
  await expect(conditions).toContainText('kgateway.dev/kgateway');
  await expect(conditions).not.toContainText('The cluster');
});

test('what no file holds is named above the conditions', async ({ page }) => {
  await openStudio(page, now);
  const listener =
    '{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: edge }] } }';
  const content = pasted.replace('{ name: http, port: 80, protocol: HTTP }', listener);
  await dropFiles(page, [{ name: 'cluster.yaml', content }]);
  const conditions = await showStatus(page);
  await expect(
    page
      .getByRole('note')
      .filter({ hasText: 'without Secret default/edge, which no file here holds' }),
  ).toBeVisible();
  await expect(conditions).toContainText('The Listener is invalid for this parent ref');
  await expectNoAxeViolationsInThemes(page);
});

test('files that name no gateway ask whose conditions to show, on a narrow screen too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStudio(page, now);
  const unnamed = pasted.replace('gatewayClassName: nginx', 'gatewayClassName: some');
  await dropFiles(page, [{ name: 'cluster.yaml', content: unnamed }]);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: 'Status' })
    .click();
  await expect(page.getByText('Whose conditions?')).toBeVisible();
  await page.getByRole('button', { name: 'Envoy Gateway', exact: true }).last().click();
  await expect(page.getByRole('table', { name: 'Predicted conditions, by object' })).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
});
