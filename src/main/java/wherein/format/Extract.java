package wherein.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.document.OcrRun;
import wherein.document.Region;

/**
 * What a file says of one document in it: its text, and what the file itself knows of that.
 *
 * @param text the text that is indexed
 * @param id an id that the file gives it
 * @param within what tells it from the other documents of its file, such as {@code #3} or {@code /report.docx}: stands behind the
 *     file's path in its id; empty where the file is one document
 * @param metadata what the file says of it
 * @param regions runs of which the format knows what they are
 * @param cues pages and times, in order
 * @param origins where in the file something of its metadata stood, by the name of the field
 * @param line the line of the file with which it begins, from 1; 0 where the file has no lines
 * @param ocr what of it was read from pictures
 */
public record Extract(
        String text,
        Optional<String> id,
        String within,
        Metadata metadata,
        List<Region> regions,
        List<Cue> cues,
        Map<String, String> origins,
        int line,
        List<OcrRun> ocr) {

    /** One of which nothing was read from a picture. */
    public Extract(
            String text,
            Optional<String> id,
            String within,
            Metadata metadata,
            List<Region> regions,
            List<Cue> cues,
            Map<String, String> origins,
            int line) {
        this(text, id, within, metadata, regions, cues, origins, line, List.of());
    }

    /** Takes copies. */
    public Extract {
        regions = List.copyOf(regions);
        cues = List.copyOf(cues);
        ocr = List.copyOf(ocr);
        origins = Map.copyOf(origins);
    }

    /** The only document of its file, without pages or times, from the file's first line on. */
    public static Extract of(String text, Metadata metadata, List<Region> regions) {
        return new Extract(text, Optional.empty(), "", metadata, regions, List.of(), Map.of(), 1);
    }

    /** This with {@code metadata} in place of its own. */
    public Extract withMetadata(Metadata metadata) {
        return new Extract(text, id, within, metadata, regions, cues, origins, line, ocr);
    }

    /** This as a document of a file that its file lies in, such as {@code /2022/a.txt} of an archive. */
    public Extract in(String file) {
        // A text that is the whole of its file begins in no line of the other.
        int begin = within.isEmpty() ? 0 : line;
        return new Extract(text, id, file + within, metadata, regions, cues, origins, begin, ocr);
    }
}
