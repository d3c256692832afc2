import { join, resolve } from 'node:path';

/** The project's root folder. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Where the build goes and the server looks. */
export const distFolder = join(projectRoot, 'dist');
