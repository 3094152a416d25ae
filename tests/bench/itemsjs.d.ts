/** The part of itemsjs that the benchmark uses; the package carries no types. */
declare module 'itemsjs' {
  type Engine = { search: (options: Record<string, unknown>) => { pagination: { total: number } } }
  export default function itemsjs(data: readonly object[], configuration: object): Engine
}
