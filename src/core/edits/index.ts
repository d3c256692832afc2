export { applyObjectEdit } from './apply-object-edit.ts';
export { editSource } from './edit-source.ts';
export type { NamingField } from './naming-field.ts';
export { namingFields } from './naming-fields.ts';
export { renameObject } from './rename-object.ts';
export type * from './types.ts';
