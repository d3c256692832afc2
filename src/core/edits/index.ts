export { applyObjectEdit } from './apply-object-edit.ts';
export { connectWays, groupKindOf, waysFrom, type ConnectWay } from './connect-ways.ts';
export { editSource } from './edit-source.ts';
export type { NamingField } from './naming-field.ts';
export { namingFields } from './naming-fields.ts';
export { groupKindOfNew, newKinds, type NewKind } from './new-manifest.ts';
export { performEdit, type EditAction } from './perform-edit.ts';
export { renameObject } from './rename-object.ts';
export type * from './types.ts';
