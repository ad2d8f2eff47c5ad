package wherein.document;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import wherein.hyphen.Hyphens;
import wherein.text.Span;

/**
 * One document of a collection: a file, or one record of a file of records.
 *
 * @param id its name in the collection, 1 to 200 characters, none of them a control character
 * @param file the file it came from, relative to the collection's root, with {@code /} between folders
 * @param text its text, never changed once read: every offset points into it
 * @param metadata what is known of it
 * @param parts runs of it with metadata of their own, in order, none overlapping another
 * @param regions runs of which the block is known, in order
 * @param cues its pages and times, in order
 * @param origins where in its file something of its metadata stood, by the name of the field
 * @param ocr what of it was read from pictures, in order, none overlapping another
 */
public record Document(
        String id,
        String file,
        String text,
        Metadata metadata,
        List<Part> parts,
        List<Region> regions,
        List<Cue> cues,
        Map<String, String> origins,
        List<OcrRun> ocr) {

    /** A document without pages, times and origins, none of it read from pictures. */
    public Document(String id, String file, String text, Metadata metadata, List<Part> parts, List<Region> regions) {
        this(id, file, text, metadata, parts, regions, List.of(), Map.of(), List.of());
    }

    /** Takes copies and puts parts, regions, cues and runs in order. */
    public Document {
        Optional<String> fault = idFault(id);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
        parts = parts.stream().sorted(Comparator.comparing(Part::span)).toList();
        regions = regions.stream().sorted(Comparator.comparing(Region::span)).toList();
        cues = cues.stream().sorted(Comparator.comparingInt(Cue::start)).toList();
        ocr = ocr.stream().sorted(Comparator.comparing(OcrRun::span)).toList();
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** What keeps {@code id} from being a document's id, in words; empty if nothing does. */
    public static Optional<String> idFault(String id) {
        int length = id.codePointCount(0, id.length());
        if (length < 1 || length > 200) {
            return Optional.of("an id has 1 to 200 characters, this one has " + length);
        }
        if (id.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("an id has no control characters: \"" + id.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return Optional.empty();
    }

    /** The metadata that hold for {@code span}: those of the part that it lies in, else the document's own. */
    public Metadata metadataAt(Span span) {
        int part = partAt(span);
        return part < 0 ? metadata : parts.get(part).metadata();
    }

    /** How sure OCR was of what it read of {@code span}, in percent; empty where it read nothing of it. */
    public OptionalInt confidence(Span span) {
        return OcrRun.confidence(ocr, span);
    }

    /**
     * What typesetting put into its words: over boilerplate a word goes on, and none leaves or enters a heading, caption, quotation
     * or list. Found anew by each call, in time linear in the text.
     */
    public Hyphens hyphens() {
        return Hyphens.of(
                text,
                metadata.language(),
                spans(block -> block == Block.BOILERPLATE),
                spans(block -> block != Block.BOILERPLATE && block != Block.PROSE));
    }

    private List<Span> spans(Predicate<Block> blocks) {
        return regions.stream()
                .filter(region -> blocks.test(region.block()))
                .map(Region::span)
                .toList();
    }

    /** The index of the part that {@code span} lies in, found in logarithmic time; -1 if it lies in none. */
    int partAt(Span span) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).span().start() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && parts.get(low - 1).span().contains(span) ? low - 1 : -1;
    }
}
