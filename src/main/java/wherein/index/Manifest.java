package wherein.index;

import java.util.List;
import java.util.Map;

/**
 * What an index was made from, recorded with it.
 *
 * @param roots the collections that it mirrors
 * @param fingerprint SHA-256, in hexadecimal, over id, text and metadata of every document in order of id: the same for
 *     the same documents wherever they lie
 * @param documents how many
 * @param passages how many
 * @param mentions how many
 * @param stances what each stance means, over all roots
 * @param built when, ISO 8601 in UTC
 */
public record Manifest(
        List<Root> roots,
        String fingerprint,
        int documents,
        int passages,
        int mentions,
        Map<String, String> stances,
        String built) {

    /** Takes copies. */
    public Manifest {
        roots = List.copyOf(roots);
        stances = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stances));
    }

    /**
     * One collection of an index.
     *
     * @param path its folder or file, absolute
     * @param catalogue the catalogue that was named for it, absolute; empty where none was named
     * @param about SHA-256 of the catalogue and the table of metadata, empty where there is neither
     * @param files the files that were read, by their relative path
     */
    public record Root(String path, String catalogue, String about, List<FileState> files) {

        /** Takes a copy. */
        public Root {
            files = List.copyOf(files);
        }
    }

    /**
     * How a file was when it was read.
     *
     * @param path relative to its root
     * @param size in bytes
     * @param modified milliseconds since 1970
     * @param sha256 in hexadecimal
     */
    public record FileState(String path, long size, long modified, String sha256) {}
}
