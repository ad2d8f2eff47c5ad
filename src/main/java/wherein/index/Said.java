package wherein.index;

import java.util.Set;
import java.util.TreeMap;
import wherein.collection.SourceFile;
import wherein.document.Metadata;

/**
 * What is said of the files of a collection by others than themselves, on which depends what comes of each. Safe for use by several
 * threads.
 */
final class Said {

    private final String rules;

    /** Of most files nothing is said: that is put together once. */
    private final String nothing;

    /**
     * In one collection.
     *
     * @param stances the closed list of its catalogue
     * @param maxDocument the greatest size of a text, in bytes
     */
    Said(Set<String> stances, long maxDocument) {
        this.rules = String.join("|", stances) + "|" + maxDocument;
        this.nothing = Fingerprint.of(rules);
    }

    /** SHA-256 of what holds for {@code file} and of what catalogue and table say of it, in hexadecimal. */
    String of(SourceFile file) {
        boolean any = file.entry().isPresent()
                || file.layout().isPresent()
                || !file.listed().equals(Metadata.UNKNOWN)
                || !file.within().isEmpty()
                || !file.entriesWithin().isEmpty();
        return any ? Fingerprint.of(rules + "|" + told(file)) : nothing;
    }

    private static String told(SourceFile file) {
        String all = file.entry() + "|" + file.layout() + "|" + file.listed();
        // In a fixed order.
        String inner = file.within().isEmpty() ? all : all + "|" + new TreeMap<>(file.within());
        return file.entriesWithin().isEmpty() ? inner : inner + "|" + new TreeMap<>(file.entriesWithin());
    }
}
