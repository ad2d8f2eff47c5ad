package wherein.index;

import java.util.Map;
import wherein.mention.Mention;

/**
 * What an index knows of one of its documents without reading it.
 *
 * @param id of the document
 * @param root the collection that it came from
 * @param file the file of that collection
 * @param digest see {@link Fingerprint#digest}
 * @param passages how many it has
 * @param mentions how many it has, by their type
 */
public record Kept(
        String id, String root, String file, String digest, int passages, Map<Mention.Type, Integer> mentions) {

    /** Takes a copy. */
    public Kept {
        mentions = Map.copyOf(mentions);
    }

    /** Whether it came from {@code file} of {@code root}. */
    boolean isFrom(String root, String file) {
        return this.root.equals(root) && this.file.equals(file);
    }
}
