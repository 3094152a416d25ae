/**
 * The states as SVG paths, from the Census Bureau's boundaries as the package us-atlas ships them,
 * already projected (Albers, Alaska and Hawaii moved in). Read and thinned out on first use.
 */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { GeoProjection } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MapData, MapState } from '#core/page-data.ts'
import type { RecordsFigures } from '#core/records.ts'
import type { SiteSpot } from '#core/records-states.ts'

/** The size for which us-atlas has projected its boundaries. */
const WIDTH = 975
const HEIGHT = 610
/** Corners whose triangle is smaller than this many square pixels are left out. */
const LEAST_CORNER = 4
/** Islands that share no border and are smaller than this many square pixels are left out. */
const LEAST_ISLAND = 12
/** States with less room than this many square pixels carry no number inside. */
const ROOM_FOR_COUNT = 1400

type Outline = { name: string; path: string; x: number; y: number; roomy: boolean }
type Atlas = { outlines: Outline[]; project: GeoProjection }

let loading: Promise<Atlas> | null = null

async function load(): Promise<Atlas> {
  const [file, { feature }, { filter, filterAttachedWeight, presimplify, simplify }, geo] =
    await Promise.all([
      readFile(fileURLToPath(import.meta.resolve('us-atlas/states-albers-10m.json')), 'utf8'),
      import('topojson-client'),
      import('topojson-simplify'),
      import('d3-geo'),
    ])
  const whole = JSON.parse(file) as Topology<{ states: GeometryCollection<{ name: string }> }>
  const thinned = simplify(presimplify(whole), LEAST_CORNER)
  const topology = filter(thinned, filterAttachedWeight(thinned, LEAST_ISLAND)) as typeof whole
  const path = geo.geoPath().digits(0)
  const { features } = feature(topology, topology.objects.states)
  const outlines = features.map((state): Outline => {
    const [x, y] = path.centroid(largestPart(state as Feature<Polygon | MultiPolygon>, path.area))
    const roomy = path.area(state) >= ROOM_FOR_COUNT
    return { name: state.properties.name, path: path(state) ?? '', x, y, roomy }
  })
  // The projection that us-atlas was made with, so that sites fall where they belong.
  const project = geo
    .geoAlbersUsa()
    .scale(1300)
    .translate([WIDTH / 2, HEIGHT / 2])
  return { outlines, project }
}

/** The mainland of a state of many islands: its number belongs there. */
function largestPart(
  state: Feature<Polygon | MultiPolygon>,
  areaOf: (part: Polygon) => number,
): Polygon {
  const { geometry } = state
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => {
    return { type: 'Polygon', coordinates }
  })
  return parts.reduce((best, part) => (areaOf(part) > areaOf(best) ? part : best))
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** The map of states and sites; a state that the boundaries lack (a territory) is left out. */
export async function recordsMap(
  { states }: RecordsFigures,
  spots: readonly SiteSpot[],
): Promise<MapData> {
  loading ??= load()
  const { outlines, project } = await loading
  const drawn = states.flatMap((count): MapState[] => {
    const outline = outlines.find(({ name }) => name === count.name)
    if (!outline) return []
    const { path, x, y, roomy } = outline
    return [{ ...count, path, x: tenth(x), y: tenth(y), roomy }]
  })
  const sites = spots.flatMap(({ latitude, longitude, sites: count, exact }) => {
    const at = project([longitude, latitude])
    return at ? [{ x: tenth(at[0]), y: tenth(at[1]), sites: count, exact }] : []
  })
  return { width: WIDTH, height: HEIGHT, states: drawn, sites }
}
