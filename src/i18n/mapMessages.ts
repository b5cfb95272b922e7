/** Walking a tree of messages: every leaf with its path, and a copy with every leaf changed. */

import type { MessageLeaf, MessageTree } from './types.ts';

type Node = MessageLeaf | readonly MessageLeaf[] | MessageTree;

/** Every leaf by its path, such as `stage.server.name`. */
export function listMessages(tree: MessageTree): Map<string, MessageLeaf> {
  const leaves = new Map<string, MessageLeaf>();
  const visit = (node: Node, path: string): void => {
    if (isLeaf(node)) leaves.set(path, node);
    else for (const [key, child] of Object.entries(node)) visit(child, path === '' ? key : `${path}.${key}`);
  };
  visit(tree, '');
  return leaves;
}

/** A copy of `tree` in which every text has gone through `change`, those of functions when called. */
export function mapMessages<Tree extends MessageTree>(tree: Tree, change: (text: string) => string): Tree {
  const copy = (node: Node): Node => {
    if (typeof node === 'string') return change(node);
    if (typeof node === 'function') return (values: never) => change(node(values));
    if (Array.isArray(node)) return node.map((child) => copy(child) as MessageLeaf);
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, copy(child)])) as MessageTree;
  };
  return copy(tree) as Tree;
}

function isLeaf(node: Node): node is MessageLeaf {
  return typeof node === 'string' || typeof node === 'function';
}
