package wherein.search;

import wherein.index.FileState;

/**
 * What came of a file.
 *
 * @param state how it was when it was read, and what was the matter with it
 * @param documents how many documents it gave that are in the index
 */
public record FileAccount(FileState state, int documents) {}
