package wherein.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.mention.Mention;

/**
 * What an index was made from, recorded with it. The files are recorded beside it: {@link Previous#files}.
 *
 * @param roots the collections that it mirrors
 * @param fingerprint of all its documents, see {@link Fingerprint}: the same for the same documents wherever they lie
 * @param documents how many
 * @param passages how many
 * @param mentions how many, by their type
 * @param stances what each stance means, over all roots
 * @param made what read and recognised the documents, each part of it with its version: where one has changed, the documents
 *     are made anew
 * @param built when, ISO 8601 in UTC
 * @param lastRun what made it so; empty where that was no run over files
 */
public record Manifest(
        List<Root> roots,
        String fingerprint,
        int documents,
        int passages,
        Map<Mention.Type, Integer> mentions,
        Map<String, String> stances,
        Map<String, String> made,
        String built,
        Optional<LastRun> lastRun) {

    /** One that no run over files has made. */
    public Manifest(
            List<Root> roots,
            String fingerprint,
            int documents,
            int passages,
            Map<Mention.Type, Integer> mentions,
            Map<String, String> stances,
            Map<String, String> made,
            String built) {
        this(roots, fingerprint, documents, passages, mentions, stances, made, built, Optional.empty());
    }

    /** Takes copies. */
    public Manifest {
        roots = List.copyOf(roots);
        mentions = Map.copyOf(mentions);
        stances = Collections.unmodifiableMap(new LinkedHashMap<>(stances));
        made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
    }

    /** How many mentions there are of all types. */
    public int allMentions() {
        return mentions.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether this says the same as {@code other}, whenever and however that was made. */
    boolean isSame(Manifest other) {
        return equals(new Manifest(
                other.roots,
                other.fingerprint,
                other.documents,
                other.passages,
                other.mentions,
                other.stances,
                other.made,
                built,
                lastRun));
    }

    /**
     * One collection of an index.
     *
     * @param path its folder or file, absolute
     * @param catalogue the catalogue that was named for it, absolute; empty where none was named
     * @param about SHA-256 of the catalogue, the table of metadata and what was the matter with files that were not read; empty where
     *     there is none of these
     */
    public record Root(String path, String catalogue, String about) {}
}
