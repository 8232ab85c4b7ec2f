import type { Canvas, NodeType } from '../api/types'
import { arranged } from './model/arrange'
import { moveNodes } from './model/edits'

const WIDTH = 240
const HEIGHT = 110

/** The canvas with a place for each node; itself where all nodes have one. */
export async function placed(canvas: Canvas, types: Map<string, NodeType>): Promise<Canvas> {
  if (canvas.nodes.every((node) => node.position)) return canvas
  const portsOf = (id: string) =>
    types.get(canvas.nodes.find((node) => node.id === id)?.type ?? '')?.ports
  const sizes = canvas.nodes.map(({ id }) => ({ id, width: WIDTH, height: HEIGHT }))
  return moveNodes(canvas, await arranged(canvas, portsOf, sizes))
}
