package wherein.format;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.document.Region;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** A mail as a document: who wrote it, when, about what, its text once, and the names of what is attached. */
final class MailDocument {

    private static final Pattern DAY =
            Pattern.compile("\\b(\\d{1,2})[ -](\\p{Alpha}{3})\\p{Alpha}*[ -](\\d{4}|\\d{2})\\b");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private MailDocument() {}

    /** The day that a Date field names, as its writer saw it (RFC 5322, section 3.3). */
    static EdtfDate day(String field) {
        Matcher day = DAY.matcher(field);
        if (!day.find()) {
            return EdtfDate.UNKNOWN;
        }
        int month = MONTHS.indexOf(day.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(day.group(3));
        // Two digits are of the years that mails are from (RFC 5322, section 4.3).
        int full = day.group(3).length() == 4 ? year : year < 50 ? 2_000 + year : 1_900 + year;
        try {
            return EdtfDate.of(LocalDate.of(full, month, Integer.parseInt(day.group(1))));
        } catch (DateTimeException e) {
            return EdtfDate.UNKNOWN;
        }
    }

    /**
     * The document.
     *
     * @param text what was written; its regions are kept
     * @param attached names of what is attached
     * @param most the greatest length of a text
     */
    static Extract of(
            String within,
            String subject,
            String author,
            EdtfDate date,
            Extract text,
            List<String> attached,
            int line,
            long most)
            throws UnreadableException {
        StringBuilder whole = new StringBuilder(text.text().stripTrailing());
        List<Region> regions = new ArrayList<>();
        text.regions().stream()
                .filter(region -> region.span().end() <= whole.length())
                .forEach(regions::add);
        for (String name : attached) {
            whole.append(whole.isEmpty() ? "" : "\n\n");
            int start = whole.length();
            whole.append(name);
            regions.add(new Region(new Span(start, whole.length()), Block.LIST));
        }
        if (whole.toString().getBytes(StandardCharsets.UTF_8).length > most) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
        if (whole.isEmpty()) {
            // A mail may be its subject alone.
            whole.append(subject);
        }
        Metadata metadata = new Metadata(
                subject,
                "",
                author.isEmpty() ? List.of() : List.of(author),
                date,
                "",
                text.metadata().language(),
                "",
                Map.of());
        Map<String, String> origins = new TreeMap<>();
        origins.put("title", "Subject");
        origins.put("author", "From");
        origins.put("date", "Date");
        origins.keySet()
                .removeIf(field -> field.equals("title") && subject.isEmpty()
                        || field.equals("author") && author.isEmpty()
                        || field.equals("date") && !date.known());
        return new Extract(whole.toString(), Optional.empty(), within, metadata, regions, List.of(), origins, line);
    }
}
