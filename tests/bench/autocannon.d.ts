/** The part of autocannon that the benchmark uses; the package carries no types. */
declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    duration: number
    requests: { path: string; headers: Record<string, string> }[]
  }
  type Result = {
    requests: { total: number }
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
    duration: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
