/**
 * Puts what the full page needs at once into one chunk, because many small ones compress worse: every module that is
 * reached from the roots without import(). The roots themselves and React stay out: they change at other times. So do
 * the parts of D3 that only the charts take; the timeline takes its arithmetic, and names the whole of D3 for that.
 */
interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

interface ChunkGroup {
  debugName: string;
  test(id: string): boolean;
  name(id: string, graph: ModuleGraph): string | null;
}

const APART = /\/node_modules\/(react|react-dom|scheduler|d3-(?!array\/)[a-z-]+)\//;

/** @param roots how the paths of the modules end at which the first view begins */
export function firstViewChunk(name: string, roots: readonly string[]): ChunkGroup {
  const found: string[] = [];
  let first: Set<string> | null = null;
  return {
    debugName: name,
    // Asked about every module before any is given a name.
    test(id) {
      if (roots.some((root) => id.endsWith(root))) found.push(id);
      return true;
    },
    name(id, graph) {
      if (found.length < roots.length)
        throw new Error(`Of ${roots.join(', ')} only ${found.join(', ')} exist.`);
      first ??= reachedFrom(found, graph);
      return first.has(id) && !id.endsWith(roots[0]) && !APART.test(id) ? name : null;
    },
  };
}

function reachedFrom(starts: readonly string[], graph: ModuleGraph): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) {
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}
