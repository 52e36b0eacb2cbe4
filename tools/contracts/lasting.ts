import type { Published } from './documents.js';

/** A contract without the operations that leave it: our own clients are made of this, and cannot call them. */
export function lasting(document: Published['document']): Published['document'] {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const staying = Object.entries(item).filter(([, operation]) => !(operation as { deprecated?: boolean }).deprecated);
    return staying.length === 0 ? [] : [[path, Object.fromEntries(staying)] as const];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
