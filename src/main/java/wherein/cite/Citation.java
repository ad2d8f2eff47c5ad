package wherein.cite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import wherein.document.Cue;
import wherein.document.Metadata;

/**
 * How a document, or a quotation from it, is cited. What the catalogue does not say is left out, never guessed; when it was
 * read is for the reader to add.
 *
 * @param id of the document, from which the key of the citation is made
 * @param document what is known of it
 * @param link the address of its page here, at the quotation if there is one
 * @param quotation what is quoted; empty where the document as a whole is cited
 */
public record Citation(String id, Metadata document, String link, Optional<Quotation> quotation) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** White space and what cannot be printed: no form has a place for either inside a value. */
    private static final Pattern GAPS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    /** What BibTeX, biber and LaTeX all take in a key. */
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9._:/-]+");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** The form of a citation. */
    public enum Style {
        /** A line for people. */
        TEXT("text/plain; charset=utf-8", "txt"),
        /** For BibTeX and biblatex. */
        BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
        /** For reference managers. */
        RIS("application/x-research-info-systems; charset=utf-8", "ris"),
        /** CSL-JSON, for citation processors. */
        CSL("application/vnd.citationstyles.csl+json", "json");

        private final String type;
        private final String extension;

        Style(String type, String extension) {
            this.type = type;
            this.extension = extension;
        }

        /** The word that asks for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The content type. */
        public String type() {
            return type;
        }

        /** How the names of its files end, without the point. */
        public String extension() {
            return extension;
        }
    }

    /**
     * What is quoted.
     *
     * @param words as they stand in the document
     * @param start where they start, in code points
     * @param end where they end, exclusive
     * @param part what is known of the part that they stand in, if the document itself quotes there
     * @param cues the pages or times on which they stand, in order
     * @param ocr how sure OCR was of them, in percent; empty where they were not read from a picture
     */
    public record Quotation(
            String words, int start, int end, Optional<Metadata> part, List<Cue> cues, OptionalInt ocr) {

        /** The pages that it is on, from the first to the last: {@code 12} or {@code 12–13}; empty where none is known. */
        private String pages() {
            List<String> labels = labels(Cue.Kind.PAGE);
            String first = labels.isEmpty() ? "" : labels.getFirst();
            return labels.size() > 1 && !labels.getLast().equals(first) ? first + "–" + labels.getLast() : first;
        }

        private List<String> labels(Cue.Kind kind) {
            return cues.stream()
                    .filter(cue -> cue.kind() == kind)
                    .map(cue -> line(cue.label()))
                    .toList();
        }

        /** That its words are what a machine made of a picture; empty where they are not. */
        private String reading() {
            return ocr.isEmpty()
                    ? ""
                    : String.format(Locale.ROOT, "read from a scan by OCR, confidence %.2f", ocr.getAsInt() / 100.0);
        }

        /** Where in the document it is, as people write it: {@code p. 12}, {@code pp. 12–13}, {@code 00:01:07}. */
        private String place() {
            String pages = pages();
            List<String> times = labels(Cue.Kind.TIME);
            if (pages.isEmpty()) {
                return times.isEmpty() ? "" : times.getFirst();
            }
            return (pages.contains("–") ? "pp. " : "p. ") + pages;
        }
    }

    /** The citation in {@code style}, with the end of its last line. */
    public String in(Style style) {
        return switch (style) {
            case TEXT -> text() + "\n";
            case BIBTEX -> bibtex();
            case RIS -> ris();
            case CSL -> NODES.arrayNode().add(item()) + "\n";
        };
    }

    /**
     * The key of the citation: the id of the document, where BibTeX takes that; else with other characters replaced and a
     * mark that tells it from all other ids. The same for the same id, always.
     */
    public String key() {
        String plain = NOT_IN_KEYS.matcher(id).replaceAll("-");
        if (plain.equals(id)) {
            return id;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return plain + "-" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code text} on one line: white space is single spaces, and there are no control characters. */
    static String line(String text) {
        return GAPS.matcher(text).replaceAll(" ").strip();
    }

    private String text() {
        return quotation.map(quoted -> "“" + line(quoted.words) + "” ").orElse("") + reference();
    }

    /** Where it stands, on a line for people and without the words: what follows a quotation. */
    public String reference() {
        StringBuilder text = new StringBuilder();
        quotation
                .flatMap(Quotation::part)
                .ifPresent(part -> text.append(reference(part, false, "")).append(" Quoted in: "));
        String place = quotation.map(Quotation::place).orElse("");
        text.append(reference(document, true, place)).append(' ');
        quotation
                .map(Quotation::reading)
                .filter(reading -> !reading.isEmpty())
                .ifPresent(reading -> text.append('[').append(reading).append("] "));
        if (document.url().isEmpty()) {
            return text.append(link).toString();
        }
        text.append(line(document.url()));
        return quotation.isPresent()
                ? text.append(" (").append(link).append(')').toString()
                : text.toString();
    }

    /** Authors, title, source with date and place, each with its full stop. */
    private static String reference(Metadata about, boolean titled, String place) {
        StringJoiner reference = new StringJoiner(" ");
        if (!about.author().isEmpty()) {
            reference.add(closed(joined(about.author())));
        }
        if (!about.title().isEmpty()) {
            reference.add("“" + closed(line(about.title())) + "”");
        } else if (titled) {
            reference.add("[Untitled].");
        }
        String date = CitedDate.of(about.date()).map(CitedDate::words).orElse("n.d.");
        String published = about.source().isEmpty() ? date : line(about.source()) + ", " + date;
        reference.add(closed(place.isEmpty() ? published : published + ", " + place));
        return reference.toString();
    }

    private static String joined(List<String> names) {
        List<String> lines = names.stream().map(Citation::line).toList();
        int last = lines.size() - 1;
        if (last < 1) {
            return String.join("", lines);
        }
        return String.join(", ", lines.subList(0, last)) + (last > 1 ? ", and " : " and ") + lines.get(last);
    }

    /** With a full stop, unless it ends as a sentence does already. */
    private static String closed(String text) {
        return text.matches("(?s).*[.?!…]") ? text : text + ".";
    }

    /** What a note says of the quotation. */
    private static String note(Quotation quoted, String link) {
        String from = quoted.part
                .map(part -> " Quoted there from: " + reference(part, false, ""))
                .orElse("");
        String place = quoted.place();
        String reading = quoted.reading();
        return "“" + line(quoted.words) + "” (" + (place.isEmpty() ? "" : place + ", ") + "characters " + quoted.start
                + " to " + quoted.end + ", " + (reading.isEmpty() ? "" : reading + ", ") + link + ")" + from;
    }

    private String bibtex() {
        List<String> fields = new ArrayList<>();
        List<String> names = document.author().stream()
                .map(CitedName::of)
                .map(name -> name.whole() ? "{" + latex(name.family()) + "}" : latex(name.inverted()))
                .toList();
        field(fields, "author", String.join(" and ", names));
        // The second braces keep capitals as they are.
        field(fields, "title", document.title().isEmpty() ? "" : "{" + latex(document.title()) + "}");
        field(fields, "howpublished", latex(document.source()));
        CitedDate.of(document.date()).ifPresent(date -> {
            // The first is what biblatex reads, which knows EDTF; the others are for BibTeX itself.
            field(fields, "date", document.date().edtf());
            field(fields, "year", date.year().isPresent() ? "" + date.year().getAsInt() : latex(date.words()));
            date.month().ifPresent(month -> fields.add("  month = " + MONTHS.get(month - 1)));
        });
        quotation.ifPresent(
                quoted -> field(fields, "pages", latex(quoted.pages()).replace("–", "--")));
        field(fields, "url", address(document.url()));
        field(fields, "language", latex(document.language()));
        quotation.ifPresent(quoted -> field(fields, "annote", latex(note(quoted, link))));
        return "@misc{" + key() + ",\n" + String.join(",\n", fields) + (fields.isEmpty() ? "}\n" : "\n}\n");
    }

    private static void field(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    /** {@code text} with every character that LaTeX takes for a command written so that it is printed. */
    private static String latex(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : line(text).toCharArray()) {
            switch (c) {
                case '$', '&', '%', '#', '_' -> escaped.append('\\').append(c);
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                // Not with a backslash alone: BibTeX counts braces, and a single one would never end.
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '|' -> escaped.append("\\textbar{}");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An address, which LaTeX takes letter by letter, without what would end the field or the line. */
    private static String address(String url) {
        return line(url)
                .replace(" ", "%20")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\\", "%5C");
    }

    private String ris() {
        StringBuilder ris = new StringBuilder();
        boolean online = !document.url().isEmpty();
        tag(ris, "TY", online ? "ELEC" : "GEN");
        tag(ris, "ID", key());
        for (String author : document.author()) {
            CitedName name = CitedName.of(author);
            // The comma at the end says that this is all family name; an asterisk may not stand in a name.
            tag(ris, "AU", (name.inverted() + (name.given().isEmpty() ? "," : "")).replace("*", ""));
        }
        tag(ris, "TI", document.title());
        tag(ris, online ? "T2" : "PB", document.source());
        CitedDate.of(document.date()).ifPresent(date -> {
            date.year().ifPresent(year -> tag(ris, "PY", Integer.toString(year)));
            tag(ris, "DA", date.ris());
        });
        quotation.ifPresent(quoted -> tag(ris, "SP", quoted.pages()));
        tag(ris, "LA", document.language());
        tag(ris, "UR", address(document.url()));
        quotation.ifPresent(quoted -> tag(ris, "N1", note(quoted, link)));
        return ris.append("ER  - \r\n").toString();
    }

    private static void tag(StringBuilder ris, String tag, String value) {
        if (!value.isBlank()) {
            ris.append(tag).append("  - ").append(line(value)).append("\r\n");
        }
    }

    /** An item of CSL-JSON; {@link Style#CSL} is a list of it. */
    public ObjectNode item() {
        boolean online = !document.url().isEmpty();
        ObjectNode item = NODES.objectNode().put("id", key()).put("type", online ? "webpage" : "document");
        if (!document.author().isEmpty()) {
            ArrayNode authors = item.putArray("author");
            for (String author : document.author()) {
                CitedName name = CitedName.of(author);
                ObjectNode node = authors.addObject();
                if (name.whole()) {
                    node.put("literal", name.family());
                } else {
                    put(node.put("family", name.family()), "given", name.given());
                }
            }
        }
        put(item, "title", document.title());
        put(item, online ? "container-title" : "publisher", document.source());
        CitedDate.of(document.date()).ifPresent(date -> item.set("issued", date.csl()));
        quotation.ifPresent(quoted -> put(item, "page", quoted.pages()));
        put(item, "language", document.language());
        put(item, "URL", document.url());
        quotation.ifPresent(quoted -> put(item, "annote", note(quoted, link)));
        return item;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isBlank()) {
            node.put(name, line(value));
        }
    }
}
