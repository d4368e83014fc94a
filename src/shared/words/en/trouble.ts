/** A library that cannot be opened, its backups and its encryption. */
export const trouble = {};
