import { expect, it } from 'vitest';
import { softwareOf } from './software-of.ts';

it.each([
  ['gcr.io/k8s-staging-gateway-api/echo-basic:v20240412-v1.0.0', 'go'],
  ['registry.k8s.io/gateway-api/echo-basic:v1.5.1', 'go'],
  ['registry.example.com/echo-basic-nginx', 'unknown'],
  ['', 'unknown'],
])('%s runs %s', (image, software) => expect(softwareOf(image)).toBe(software));
