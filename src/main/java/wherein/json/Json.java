package wherein.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import wherein.cite.CueLink;
import wherein.cite.TextFragment;
import wherein.document.Cue;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Part;
import wherein.search.DocumentCopies;
import wherein.search.DocumentMarks;
import wherein.search.Explanation;
import wherein.search.Facet;
import wherein.search.Hit;
import wherein.search.HitCopies;
import wherein.search.Hits;
import wherein.search.Matched;
import wherein.search.StoredDocument;
import wherein.search.WordForms;
import wherein.snippet.Snippet;
import wherein.snippet.Snippeter;
import wherein.text.CodePoints;
import wherein.text.Span;
import wherein.time.DateHistogram;

/**
 * The records of an answer as JSON. Here, and nowhere else, offsets leave the program: in the unit that was asked for,
 * code points unless another was. What is not known is {@code null}.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** About three lines of a page. */
    private static final Snippeter SNIPPETER = new Snippeter(320);

    /** A catalogue may hold anything; only these lead to a page, and never to a script. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    /** The columns of a hit that its text has to be read for, and those that take work of their own. */
    private static final Set<String> PLACED =
            Set.of("text", "start", "end", "marks", "page", "time", "link", "source_link");

    private static final Set<String> TITLE_MARKS = Set.of("title_marks");
    private static final Set<String> SNIPPETS = Set.of("snippet", "snippets");
    private static final Set<String> COPIES = Set.of("copies", "duplicates");

    private final Offsets offsets;
    private final String query;

    /**
     * A writer of answers.
     *
     * @param query the text of the query, for links; may be empty
     */
    public Json(Offsets offsets, String query) {
        this.offsets = offsets;
        this.query = query;
    }

    /** An empty object. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** {@code node} on one line. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of ours can be written", e);
        }
    }

    /** {@code node} with line breaks and indentation. */
    public static String pretty(JsonNode node) {
        return node.toPrettyString();
    }

    /** What has to be read of hits that are shown with these columns alone, or with all if none is named. */
    public static Set<Hit.Detail> details(List<String> columns) {
        Set<Hit.Detail> details = EnumSet.noneOf(Hit.Detail.class);
        Columns asked = new Columns(columns);
        if (asked.any(PLACED) || asked.any(SNIPPETS)) {
            details.add(Hit.Detail.TEXT);
        }
        if (asked.any(PLACED) || asked.any(SNIPPETS) || asked.any(TITLE_MARKS)) {
            details.add(Hit.Detail.MARKS);
        }
        if (asked.any(COPIES)) {
            details.add(Hit.Detail.COPIES);
        }
        return details;
    }

    /** The columns that somebody asks for; all if none is named. */
    private record Columns(List<String> named) {

        private static final Columns ALL = new Columns(List.of());

        boolean any(Set<String> some) {
            return named.isEmpty() || named.stream().anyMatch(some::contains);
        }
    }

    /**
     * The hits of a page.
     *
     * @param firstRank the rank of the first, from 1
     * @param snippets how many snippets a hit has at most
     * @param columns those of a hit that are shown, in this order; all if none is named
     * @param together whether the hits of a document stand together: they have one rank
     */
    public ArrayNode hits(Hits hits, int firstRank, int snippets, List<String> columns, boolean together) {
        Columns asked = new Columns(columns);
        ArrayNode array = NODES.arrayNode();
        int rank = firstRank - 1;
        String document = "";
        for (Hit hit : hits.hits()) {
            rank += together && hit.document().equals(document) ? 0 : 1;
            document = hit.document();
            ObjectNode node = object().put("rank", rank).put("score", hit.score());
            passage(node, hit, asked);
            if (asked.any(TITLE_MARKS)) {
                ArrayNode titleMarks = node.putArray("title_marks");
                CodePoints title = new CodePoints(hit.title());
                hit.titleMarks().forEach(mark -> add(titleMarks, offsets.of(mark, title, 0)));
            }
            if (asked.any(SNIPPETS)) {
                snippets(node, hit, snippets);
            }
            node.put("when_match", hit.when().word());
            node.put("more_in_document", hit.others());
            if (together) {
                ArrayNode folded = node.putArray("folded");
                hit.folded().forEach(each -> folded(folded.addObject(), each));
            }
            if (asked.any(COPIES)) {
                copies(node, hit.copies());
            }
            hit.explanation().ifPresent(why -> explanation(node.putArray("explanation"), why));
            array.add(columns.isEmpty() ? node : only(node, columns));
        }
        return array;
    }

    private void folded(ObjectNode node, Hit hit) {
        ObjectNode whole = passage(hit);
        for (String column : List.of("id", "block", "lang", "text", "start", "end", "marks", "link")) {
            node.set(column, whole.get(column));
        }
    }

    private static void snippets(ObjectNode node, Hit hit, int most) {
        List<String> chosen =
                SNIPPETER
                        .snippets(
                                hit.text(),
                                hit.marks(),
                                hit.matched().stream().map(Matched::text).toList(),
                                most)
                        .stream()
                        .map(Snippet::html)
                        .toList();
        node.put("snippet", chosen.isEmpty() ? "" : chosen.getFirst());
        chosen.forEach(node.putArray("snippets")::add);
    }

    private static void copies(ObjectNode node, HitCopies copies) {
        node.put("copies", copies.total());
        ArrayNode duplicates = node.putArray("duplicates");
        for (HitCopies.Copy copy : copies.first()) {
            duplicates
                    .addObject()
                    .put("id", copy.id())
                    .put("document", copy.document())
                    .put("title", orNull(copy.title()))
                    .put("source", orNull(copy.source()))
                    .put("link", link(copy.document(), "", copy.start(), copy.end()));
        }
    }

    private static void explanation(ArrayNode parts, Explanation why) {
        for (Explanation.Part part : why.parts()) {
            parts.addObject()
                    .put("what", part.what())
                    .put("where", part.where().word())
                    .put("score", part.score());
        }
    }

    /** One passage: what it is, where it stands, its text, and what is marked in it. */
    public ObjectNode passage(Hit hit) {
        return passage(object(), hit, Columns.ALL);
    }

    private ObjectNode passage(ObjectNode node, Hit hit, Columns asked) {
        node.put("id", hit.id()).put("document", hit.document());
        node.put("title", orNull(hit.title()));
        metadata(node, hit.metadata());
        node.put("lang", orNull(hit.language()));
        node.put("heading", orNull(hit.heading())).put("block", hit.block().word());
        return asked.any(PLACED) ? placed(node, hit) : node;
    }

    /** Adds what takes the text of the passage to tell. */
    private ObjectNode placed(ObjectNode node, Hit hit) {
        CodePoints points = new CodePoints(hit.text());
        int base = offsets == Offsets.CODE_POINTS ? hit.startCodePoint() : hit.start();
        Span span = offsets.of(new Span(0, hit.text().length()), points, base);
        node.put("text", hit.text()).put("start", span.start()).put("end", span.end());
        ArrayNode marks = node.putArray("marks");
        hit.marks().forEach(mark -> add(marks, offsets.of(mark, points, base)));
        Optional<Cue> cue = Cue.at(hit.cues(), hit.start());
        cue.ifPresent(each -> node.put(each.kind().word(), each.label()));
        hit.ocr().ifPresent(percent -> node.put("ocr", confidence(hit.ocr())));
        node.put("link", link(hit.document(), query, hit.startCodePoint(), hit.startCodePoint() + points.length()));
        return node.put(
                "source_link",
                sourceLink(hit.metadata(), hit.text(), new Span(0, hit.text().length()), cue));
    }

    /** A document without its text: what is known of it, of its parts, and of its copies. */
    public ObjectNode document(StoredDocument stored, DocumentCopies copies) {
        Document document = stored.document();
        CodePoints points = new CodePoints(document.text());
        ObjectNode node = object().put("id", document.id());
        node.put("title", orNull(document.metadata().title()));
        metadata(node, document.metadata());
        node.put("lang", orNull(document.metadata().language()));
        if (!document.origins().isEmpty()) {
            ObjectNode origins = node.putObject("origins");
            document.origins()
                    .forEach((field, origin) -> origins.put(field.equals("language") ? "lang" : field, origin));
        }
        node.put("file", document.file());
        node.put("passages", stored.passages());
        node.put(
                "length",
                offsets == Offsets.CODE_POINTS
                        ? points.length()
                        : document.text().length());
        OptionalInt ocr = document.confidence(new Span(0, document.text().length()));
        ocr.ifPresent(percent -> node.put("ocr", confidence(ocr)));
        ArrayNode parts = node.putArray("parts");
        for (Part part : document.parts()) {
            Span span = offsets.of(part.span(), points, 0);
            ObjectNode each = parts.addObject().put("start", span.start()).put("end", span.end());
            each.put("title", orNull(part.metadata().title()));
            metadata(each, part.metadata());
        }
        Optional<DocumentCopies.Original> original = copies.original();
        original.ifPresentOrElse(
                each -> node.putObject("copy_of")
                        .put("document", each.document())
                        .put("title", orNull(each.title()))
                        .put("source", orNull(each.source()))
                        .put("share", Math.round(each.share() * 100) / 100.0)
                        .put("link", "/documents/" + encode(each.document())),
                () -> node.putNull("copy_of"));
        node.put("copies", copies.copies());
        node.put("link", "/documents/" + encode(document.id()));
        return node;
    }

    /** Every mark in a document, with the words it covers and where they are shown. */
    public ArrayNode marks(Document document, DocumentMarks marks) {
        CodePoints points = new CodePoints(document.text());
        ArrayNode array = NODES.arrayNode();
        for (Span mark : marks.marks()) {
            Span span = offsets.of(mark, points, 0);
            Span linked = Offsets.CODE_POINTS.of(mark, points, 0);
            array.addObject()
                    .put("start", span.start())
                    .put("end", span.end())
                    .put("surface", mark.in(document.text()))
                    .put("link", link(document.id(), query, linked.start(), linked.end()))
                    .put(
                            "source_link",
                            sourceLink(
                                    document.metadataAt(mark),
                                    document.text(),
                                    mark,
                                    Cue.at(document.cues(), mark.start())));
        }
        return array;
    }

    /** The forms of some words. */
    public static ArrayNode forms(List<WordForms> words) {
        ArrayNode array = NODES.arrayNode();
        for (WordForms word : words) {
            ObjectNode node = array.addObject().put("word", word.word());
            ArrayNode forms = node.putArray("forms");
            word.forms()
                    .forEach(form -> forms.addObject().put("form", form.form()).put("passages", form.passages()));
            node.put("more", word.more());
        }
        return array;
    }

    /** The values of some fields. */
    public static ArrayNode facets(List<Facet> facets) {
        ArrayNode array = NODES.arrayNode();
        for (Facet facet : facets) {
            ObjectNode node = array.addObject().put("field", facet.field());
            ArrayNode values = node.putArray("values");
            for (Facet.Value value : facet.values()) {
                values.addObject()
                        .put("value", value.value())
                        .put("label", value.label())
                        .put("count", value.count())
                        .put("selected", value.selected());
            }
            node.put("more", facet.more());
            facet.histogram().ifPresent(dates -> {
                node.put("step", dates.step()).put("within", dates.within());
                for (int i = 0; i < values.size(); i++) {
                    DateHistogram.Bucket bucket = dates.buckets().get(i);
                    ((ObjectNode) values.get(i))
                            .put("kind", bucket.kind().word())
                            .put("vague", bucket.vague());
                }
            });
        }
        return array;
    }

    /** Dates by steps of fitting length. */
    public static ObjectNode histogram(DateHistogram dates) {
        ObjectNode node = object().put("step", dates.step()).put("within", dates.within());
        ArrayNode values = node.putArray("values");
        for (DateHistogram.Bucket bucket : dates.buckets()) {
            values.addObject()
                    .put("value", bucket.value())
                    .put("kind", bucket.kind().word())
                    .put("count", bucket.count())
                    .put("vague", bucket.vague());
        }
        return node;
    }

    /** {@code rows} with these columns alone, in this order; with all of them if none is named. */
    public static ArrayNode only(ArrayNode rows, List<String> columns) {
        if (columns.isEmpty()) {
            return rows;
        }
        ArrayNode chosen = NODES.arrayNode();
        rows.forEach(row -> chosen.add(only((ObjectNode) row, columns)));
        return chosen;
    }

    /** {@code row} with these columns alone, in this order. */
    public static ObjectNode only(ObjectNode row, List<String> columns) {
        ObjectNode chosen = object();
        columns.forEach(column -> chosen.set(column, row.get(column)));
        return chosen;
    }

    /** {@code text} as one segment or value of a URL. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void metadata(ObjectNode node, Metadata metadata) {
        node.put("source", orNull(metadata.source()));
        metadata.author().forEach(node.putArray("author")::add);
        node.put("date", orNull(metadata.date().edtf()));
        node.put("stance", orNull(metadata.stance()));
        if (!metadata.url().isEmpty()) {
            node.put("url", metadata.url());
        }
        ObjectNode fields = node.putObject("fields");
        metadata.fields().forEach((name, values) -> values.forEach(fields.withArray("/" + name)::add));
    }

    /**
     * The page's address of a span, which is in code points, whatever the answer is in.
     *
     * @param query what is marked there; may be blank
     * @param start where the span begins in the document, in code points
     * @param end where it ends there, exclusive
     */
    public static String link(String document, String query, int start, int end) {
        String search = query.isBlank() ? "" : "?q=" + encode(query);
        return "/documents/" + encode(document) + search + "#c=" + start + "-" + end;
    }

    /**
     * The address of {@code span} of {@code text} where it was published; null where that is not known, or no address that
     * a reader may follow.
     *
     * @param cue the page or the time at which it stands, if that is known
     */
    public static String sourceLink(Metadata metadata, String text, Span span, Optional<Cue> cue) {
        String url = metadata.url();
        return isAddress(url)
                ? cue.flatMap(each -> CueLink.of(url, each)).orElseGet(() -> TextFragment.link(url, text, span))
                : null;
    }

    static boolean isAddress(String url) {
        return ADDRESS.matcher(url).matches();
    }

    private static void add(ArrayNode array, Span span) {
        array.addArray().add(span.start()).add(span.end());
    }

    /** Percent as a share of one; null for none. */
    static Double confidence(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() / 100.0 : null;
    }

    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
