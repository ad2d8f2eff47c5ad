package wherein.index;

import java.util.TreeMap;
import wherein.collection.Collection;
import wherein.collection.Format;
import wherein.collection.SourceFile;
import wherein.document.Metadata;

/**
 * What is said of the files of a collection by others than themselves, on which depends what comes of each. Safe for use by several
 * threads.
 */
final class Said {

    private final String rules;

    /** How scans are read: another tesseract may read them otherwise, and other files alike. */
    private final String scans;

    /** Of most files nothing is said: that is put together once. */
    private final String nothing;

    private final String nothingOfScan;

    /**
     * In one collection.
     *
     * @param maxDocument the greatest size of a text, in bytes
     */
    Said(Collection collection, long maxDocument) {
        this.rules = String.join("|", collection.catalogue().stances().keySet()) + "|" + maxDocument;
        this.scans = collection.ocr().map(ocr -> "|" + ocr.signature()).orElse("");
        this.nothing = Fingerprint.of(rules);
        this.nothingOfScan = Fingerprint.of(rules + scans);
    }

    /** SHA-256 of what holds for {@code file} and of what catalogue and table say of it, in hexadecimal. */
    String of(SourceFile file) {
        boolean any = file.entry().isPresent()
                || file.layout().isPresent()
                || !file.listed().equals(Metadata.UNKNOWN)
                || !file.within().isEmpty()
                || !file.entriesWithin().isEmpty()
                || !file.patterns().isEmpty();
        boolean scanned = Format.mayHoldScans(file);
        if (!any) {
            return scanned ? nothingOfScan : nothing;
        }
        return Fingerprint.of(rules + (scanned ? scans : "") + "|" + told(file));
    }

    private static String told(SourceFile file) {
        String all = file.entry() + "|" + file.layout() + "|" + file.listed();
        // In a fixed order.
        String inner = file.within().isEmpty() ? all : all + "|" + new TreeMap<>(file.within());
        String listed = file.entriesWithin().isEmpty() ? inner : inner + "|" + new TreeMap<>(file.entriesWithin());
        return file.patterns().isEmpty() ? listed : listed + "|" + file.patterns();
    }
}
