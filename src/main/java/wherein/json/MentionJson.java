package wherein.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import wherein.document.Cue;
import wherein.document.Sentences;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.search.Hit;
import wherein.search.MentionRow;
import wherein.text.CodePoints;
import wherein.text.Span;

/**
 * Mentions as JSON, the same columns wherever they come from. A column that a type has not is {@code null}. One writer
 * serves one answer: it remembers the passage whose sentences it has told apart.
 */
public final class MentionJson {

    /** Asks for the rest of the sentence as context. */
    public static final int SENTENCE = -1;

    /** The columns that not every type of mention has. */
    private static final List<String> VALUES =
            List.of("id", "label", "kind", "nested", "min", "max", "unit", "bound", "from", "to", "uncertain");

    private final Offsets offsets;
    private final BiFunction<Named, String, String> labels;
    private final BiFunction<Named, String, String> ids;
    private Hit passage;
    private List<Span> sentences = List.of();

    /**
     * A writer of mentions.
     *
     * @param labels the name that readers see, for a type and an id
     * @param ids the id over the whole collection, for a type and what a row keeps
     */
    public MentionJson(
            Offsets offsets, BiFunction<Named, String, String> labels, BiFunction<Named, String, String> ids) {
        this.offsets = offsets;
        this.labels = labels;
        this.ids = ids;
    }

    /**
     * A mention in a text that no index holds.
     *
     * @param doc the id of its record
     */
    public ObjectNode annotation(String doc, Mention mention, String text, CodePoints points) {
        ObjectNode row =
                Json.object().put("doc", doc).put("type", mention.type().word());
        Span span = offsets.of(mention.span(), points, 0);
        row.put("start", span.start()).put("end", span.end());
        row.put("surface", mention.span().in(text));
        VALUES.forEach(column -> value(row, column, mention));
        return row.put("rule", mention.rule());
    }

    /**
     * A row of the ledger.
     *
     * @param context how many UTF-16 units of the passage stand on either side; {@link #SENTENCE} for what is left of
     *     the sentence
     * @param columns which of them, in this order: no other is made
     */
    public ObjectNode row(MentionRow found, int context, List<String> columns) {
        ObjectNode row = Json.object();
        for (String column : columns) {
            put(row, column, found, context);
        }
        return row;
    }

    private void put(ObjectNode row, String column, MentionRow found, int context) {
        Hit passage = found.passage();
        Span span = found.mention().span();
        boolean utf16 = offsets == Offsets.UTF16;
        switch (column) {
            case "document" -> row.put(column, passage.document());
            case "title" -> row.put(column, orNull(passage.title()));
            case "source" -> row.put(column, orNull(passage.metadata().source()));
            case "date" -> row.put(column, orNull(passage.metadata().date().edtf()));
            case "stance" -> row.put(column, orNull(passage.metadata().stance()));
            case "passage" -> row.put(column, passage.id());
            case "type" -> row.put(column, found.mention().type().word());
            case "surface", "match" -> row.put(column, found.surface());
            case "start" -> row.put(column, utf16 ? span.start() : found.startCodePoint());
            case "end" -> row.put(column, utf16 ? span.end() : found.endCodePoint());
            case "rule" -> row.put(column, found.mention().rule());
            case "before" -> row.put(column, before(found, context));
            case "after" -> row.put(column, after(found, context));
            case "link" ->
                row.put(column, Json.link(passage.document(), "", found.startCodePoint(), found.endCodePoint()));
            case "source_link" -> row.put(column, sourceLink(found));
            case "page", "time" ->
                row.put(
                        column,
                        cue(found)
                                .filter(cue -> cue.kind().word().equals(column))
                                .map(Cue::label)
                                .orElse(null));
            case "ocr" -> row.put(column, Json.confidence(passage.ocr()));
            default -> value(row, column, found.mention());
        }
    }

    private String before(MentionRow found, int context) {
        String text = found.passage().text();
        Span span = inPassage(found);
        int from = border(text, Math.clamp((long) span.start() - context, 0, text.length()));
        if (context == SENTENCE) {
            from = span.start();
            for (Span sentence : sentences(found, span)) {
                from = Math.min(from, sentence.start());
            }
        }
        return text.substring(Math.min(from, span.start()), span.start());
    }

    private String after(MentionRow found, int context) {
        String text = found.passage().text();
        Span span = inPassage(found);
        int end = Math.min(span.end(), text.length());
        int to = border(text, Math.clamp((long) end + context, 0, text.length()));
        if (context == SENTENCE) {
            to = end;
            for (Span sentence : sentences(found, span)) {
                to = Math.max(to, sentence.end());
            }
        }
        return text.substring(end, Math.max(end, to));
    }

    private static String sourceLink(MentionRow found) {
        Hit passage = found.passage();
        Span span = inPassage(found);
        int last = Math.min(span.end(), passage.text().length());
        return Json.sourceLink(passage.metadata(), passage.text(), new Span(span.start(), last), cue(found));
    }

    /** The page or the time at which a mention begins. */
    private static Optional<Cue> cue(MentionRow found) {
        return Cue.at(found.passage().cues(), found.mention().span().start());
    }

    private static Span inPassage(MentionRow found) {
        return found.mention().span().shift(-found.passage().start());
    }

    /** The sentences of its passage that a mention has a part of. */
    private List<Span> sentences(MentionRow found, Span span) {
        if (passage != found.passage()) {
            passage = found.passage();
            sentences = Sentences.of(passage.text(), new Span(0, passage.text().length()), passage.language());
        }
        return sentences.stream().filter(sentence -> sentence.overlaps(span)).toList();
    }

    /** {@code i}, or the place before it if it stands inside a surrogate pair. */
    private static int border(String text, int i) {
        return i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
    }

    /** Puts a column that not every type of mention has. */
    private void value(ObjectNode row, String column, Mention mention) {
        switch (mention) {
            case Mention.Country country -> {
                switch (column) {
                    case "id" -> row.put(column, country.id());
                    case "label" -> row.put(column, labels.apply(Named.COUNTRY, country.id()));
                    case "kind" -> row.put(column, country.kind().name().toLowerCase(Locale.ROOT));
                    case "nested" -> row.put(column, country.nested());
                    default -> row.putNull(column);
                }
            }
            case Mention.Person person -> {
                switch (column) {
                    case "id" -> row.put(column, ids.apply(Named.PERSON, person.name()));
                    case "label" -> row.put(column, labels.apply(Named.PERSON, ids.apply(Named.PERSON, person.name())));
                    case "nested" -> row.put(column, false);
                    default -> row.putNull(column);
                }
            }
            case Mention.Figure figure -> {
                switch (column) {
                    case "nested" -> row.put(column, false);
                    case "min" -> row.put(column, plain(figure.min()));
                    case "max" -> row.put(column, plain(figure.max()));
                    case "unit" -> row.put(column, orNull(figure.unit()));
                    case "bound" -> row.put(column, figure.bound().sign());
                    default -> row.putNull(column);
                }
            }
            case Mention.Date date -> {
                switch (column) {
                    case "nested" -> row.put(column, false);
                    case "from" ->
                        row.put(
                                column,
                                date.days().map(days -> days.from().toString()).orElse(null));
                    case "to" ->
                        row.put(
                                column,
                                date.days().map(days -> days.to().toString()).orElse(null));
                    case "uncertain" -> row.put(column, date.readings().orElse(null));
                    default -> row.putNull(column);
                }
            }
        }
    }

    /** Without an exponent, and without zeros that say nothing: 1.50E+5 is 150000. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
