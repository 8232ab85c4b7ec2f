import { type LayoutEdge, type LayoutNode, layout } from './layout'

self.onmessage = ({ data }: MessageEvent<{ nodes: LayoutNode[]; edges: LayoutEdge[] }>) => {
  self.postMessage(layout(data.nodes, data.edges))
}
