/** One tree of messages made of two that have no message in common. */
import type { MessageTree } from './types.ts';

export function mergeMessages<One extends MessageTree, Other extends MessageTree>(
  one: One,
  other: Other,
): One & Other {
  const merged: Record<string, MessageTree[string]> = { ...one };
  for (const [key, part] of Object.entries(other)) {
    const before = merged[key];
    merged[key] = isTree(before) && isTree(part) ? mergeMessages(before, part) : part;
  }
  return merged as One & Other;
}

function isTree(part: MessageTree[string] | undefined): part is MessageTree {
  return typeof part === 'object' && !Array.isArray(part);
}
