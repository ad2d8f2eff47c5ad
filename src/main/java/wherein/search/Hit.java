package wherein.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.text.Span;
import wherein.time.DateMatch;

/**
 * A passage that was found.
 *
 * @param document the id of its document
 * @param number its place in the document, from 1
 * @param title the title of its document, whatever its part is called
 * @param metadata what is known of its part
 * @param block what it is
 * @param heading the words of the heading above it
 * @param language of its own words
 * @param text its text
 * @param start where it starts in the document, UTF-16
 * @param startCodePoint where it starts in the document, in code points
 * @param cues pages and times that it stands on, in positions of the document, in order
 * @param ocr how sure OCR was of it, in percent; empty where nothing of it was read from a picture
 * @param score how well it matches; 0 in an order by date
 * @param marks what matched, UTF-16 positions in {@code text}, in order, none overlapping another
 * @param titleMarks what matched in {@code title}
 * @param matched the same clause by clause: no mark is without one that made it
 * @param when how its date stands to the range that was asked for; {@link DateMatch#CERTAIN} where none was
 * @param others how many more passages of its document were found
 * @param folded other passages of its document that were found and are shown with it: headings above it, and pull quotes of its words
 * @param copies passages all whose words are among those of this one, or the other way round, where that was asked for
 * @param explanation of the score, where one was asked for
 */
public record Hit(
        String document,
        int number,
        String title,
        Metadata metadata,
        Block block,
        String heading,
        String language,
        String text,
        int start,
        int startCodePoint,
        List<Cue> cues,
        OptionalInt ocr,
        float score,
        List<Span> marks,
        List<Span> titleMarks,
        List<Matched> matched,
        DateMatch when,
        int others,
        List<Hit> folded,
        HitCopies copies,
        Optional<Explanation> explanation) {

    /** What of a hit takes work of its own to read, and so is read only for who shows it. */
    public enum Detail {
        /** Its text; else it is empty. */
        TEXT,
        /** What is marked in the text and in the title; else nothing is. */
        MARKS,
        /** The passages that repeat it, or that it repeats; else none are told. */
        COPIES
    }

    /** Takes copies. */
    public Hit {
        cues = List.copyOf(cues);
        marks = List.copyOf(marks);
        titleMarks = List.copyOf(titleMarks);
        matched = List.copyOf(matched);
        folded = List.copyOf(folded);
    }

    /** This with an explanation of its score. */
    public Hit explained(Explanation why) {
        return with(folded, copies, Optional.of(why));
    }

    /** This where {@code others} say the same. */
    public Hit copied(HitCopies others) {
        return with(folded, others, explanation);
    }

    /** This with other passages that are shown with it. */
    public Hit with(List<Hit> folded) {
        return with(folded, copies, explanation);
    }

    private Hit with(List<Hit> folded, HitCopies copies, Optional<Explanation> explanation) {
        return new Hit(
                document,
                number,
                title,
                metadata,
                block,
                heading,
                language,
                text,
                start,
                startCodePoint,
                cues,
                ocr,
                score,
                marks,
                titleMarks,
                matched,
                when,
                others,
                folded,
                copies,
                explanation);
    }

    /** The passage's id. */
    public String id() {
        return document + ":" + number;
    }
}
