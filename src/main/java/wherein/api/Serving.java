package wherein.api;

import java.util.Optional;

/**
 * What a server knows beside the index that it answers from.
 *
 * @param sweep what was found when the files of the index were last read again; empty if they were not since it was opened
 * @param files what takes files in; empty if nothing does
 * @param lists of names that were sent; empty where there is no server
 */
public record Serving(Optional<Sweep> sweep, Optional<FilesApi> files, Optional<ListsApi> lists) {

    /** Where there is no server, or one that has just begun, and takes nothing in. */
    public static final Serving NOTHING = new Serving(Optional.empty(), Optional.empty(), Optional.empty());
}
