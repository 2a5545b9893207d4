/**
 * Rounds stand in their document's order from 0 on. One that people ask for besides (*đột xuất*) stands in none: a
 * new version of the document leaves it alone, and no other round's window depends on it.
 */
export const AD_HOC_POSITION = -1;

export const isAdHoc = (position: number): boolean => position < 0;
