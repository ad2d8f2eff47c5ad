package wherein.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wherein.document.Metadata;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** What a file says of itself, gathered while it is read. What is said first counts. */
final class FileFacts {

    /** No document was written on a computer before; many programs write such a day where they know none. */
    private static final LocalDate EARLIEST = LocalDate.of(1981, 1, 1);

    private final Map<String, String> origins = new TreeMap<>();
    private final Set<String> authors = new LinkedHashSet<>();
    private String title = "";
    private String language = "";
    private EdtfDate date = EdtfDate.UNKNOWN;
    private LocalDate created;
    private LocalDate modified;
    private String createdOrigin = "";
    private String modifiedOrigin = "";

    void title(String said, String origin) {
        if (title.isEmpty() && !clean(said).isEmpty()) {
            title = clean(said);
            origins.put("title", origin);
        }
    }

    /** One name, or several with semicolons between them. */
    void author(String said, String origin) {
        for (String name : (said == null ? "" : said).split(";")) {
            if (!clean(name).isEmpty() && authors.add(clean(name))) {
                origins.putIfAbsent("author", origin);
            }
        }
    }

    boolean hasAuthor() {
        return !authors.isEmpty();
    }

    void language(String said, String origin) {
        String tag = clean(said).replace('_', '-');
        if (language.isEmpty() && tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*") && !tag.startsWith("x-")) {
            language = tag;
            origins.put("language", origin);
        }
    }

    /** The day that the document bears, as EDTF; any other text is left out. */
    void date(String said, String origin) {
        String text = clean(said);
        EdtfDate read = parse(text.length() > 10 ? text.substring(0, 10) : text);
        if (!date.known() && read.known()) {
            date = read;
            origins.put("date", origin);
        }
    }

    private static EdtfDate parse(String text) {
        try {
            return EdtfDate.parse(text);
        } catch (EdtfException e) {
            return EdtfDate.UNKNOWN;
        }
    }

    void created(String said, String origin) {
        created = day(said);
        createdOrigin = origin;
    }

    void created(LocalDate day, String origin) {
        created = day;
        createdOrigin = origin;
    }

    void modified(String said, String origin) {
        modified = day(said);
        modifiedOrigin = origin;
    }

    void modified(LocalDate day, String origin) {
        modified = day;
        modifiedOrigin = origin;
    }

    private static LocalDate day(String stamp) {
        String text = clean(stamp);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * What is known. The date is that which the document bears, else the day it was first written; that of its last change only
     * where that is unknown or cannot be.
     */
    Metadata metadata() {
        if (!date.known()) {
            boolean sound = created != null
                    && !created.isBefore(EARLIEST)
                    && (modified == null || modified.isBefore(EARLIEST) || !created.isAfter(modified));
            if (sound) {
                date = EdtfDate.of(created);
                origins.put("date", createdOrigin);
            } else if (modified != null && !modified.isBefore(EARLIEST)) {
                date = EdtfDate.of(modified);
                origins.put("date", modifiedOrigin);
            }
        }
        List<String> names = new ArrayList<>(authors);
        return new Metadata(title, "", names, date, "", language, "", Map.of());
    }

    Extract extract(TextWriter text) {
        Metadata metadata = metadata();
        return new Extract(text.text(), Optional.empty(), "", metadata, text.regions(), text.cues(), origins, 1);
    }

    Map<String, String> origins() {
        return origins;
    }

    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
