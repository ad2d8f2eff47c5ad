package wherein.index;

import java.nio.file.Path;

/**
 * A copy of an index that was made in another folder.
 *
 * @param folder where, absolute
 * @param time when it was made, ISO 8601 in UTC
 * @param fingerprint of its documents, see {@link Manifest}
 * @param documents how many there are
 */
public record Backup(Path folder, String time, String fingerprint, int documents) {}
