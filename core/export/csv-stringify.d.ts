/** The one function that exports use; the package's own types would let Node's types into core. */
export function stringify(
  rows: readonly (readonly string[])[],
  options?: { bom?: boolean; record_delimiter?: 'windows' | 'unix' },
): string
