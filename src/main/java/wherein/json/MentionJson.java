package wherein.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.BinaryOperator;
import wherein.document.Sentences;
import wherein.mention.Mention;
import wherein.search.Hit;
import wherein.search.MentionRow;
import wherein.text.CodePoints;
import wherein.text.Span;

/** Mentions as JSON, the same columns wherever they come from. A column that a type has not is {@code null}. */
public final class MentionJson {

    /** Asks for the rest of the sentence as context. */
    public static final int SENTENCE = -1;

    private final Offsets offsets;
    private final BinaryOperator<String> labels;
    private final BinaryOperator<String> ids;

    /**
     * A writer of mentions.
     *
     * @param labels the name that readers see, for a type and an id
     * @param ids the id over the whole collection, for a type and what a row keeps
     */
    public MentionJson(Offsets offsets, BinaryOperator<String> labels, BinaryOperator<String> ids) {
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
        ObjectNode row = Json.object().put("doc", doc).put("type", mention.type());
        Span span = offsets.of(mention.span(), points, 0);
        row.put("start", span.start()).put("end", span.end());
        row.put("surface", mention.span().in(text));
        value(row, mention);
        return row.put("rule", mention.rule());
    }

    /**
     * A row of the ledger.
     *
     * @param context how many UTF-16 units of the passage stand on either side; {@link #SENTENCE} for what is left of
     *     the sentence
     */
    public ObjectNode row(MentionRow found, int context) {
        Hit passage = found.passage();
        Mention mention = found.mention();
        ObjectNode row = Json.object().put("document", passage.document());
        row.put("title", orNull(passage.title()));
        row.put("source", orNull(passage.metadata().source()));
        row.put("date", orNull(passage.metadata().date().edtf()));
        row.put("stance", orNull(passage.metadata().stance()));
        row.put("passage", passage.id()).put("type", mention.type());
        boolean utf16 = offsets == Offsets.UTF16;
        int start = utf16 ? mention.span().start() : found.startCodePoint();
        int end = utf16 ? mention.span().end() : found.endCodePoint();
        value(row, mention);
        row.put("surface", found.surface()).put("start", start).put("end", end).put("rule", mention.rule());
        context(row, found, context);
        return row.put(
                "link",
                "/documents/" + Json.encode(passage.document())
                        + String.format(Locale.ROOT, "#c=%d-%d", found.startCodePoint(), found.endCodePoint()));
    }

    private static void context(ObjectNode row, MentionRow found, int context) {
        String text = found.passage().text();
        Span span = found.mention().span().shift(-found.passage().start());
        int end = Math.min(span.end(), text.length());
        int from = border(text, Math.clamp((long) span.start() - context, 0, text.length()));
        int to = border(text, Math.clamp((long) end + context, 0, text.length()));
        if (context == SENTENCE) {
            Span whole = new Span(0, text.length());
            for (Span sentence : Sentences.of(text, whole, found.passage().language())) {
                if (sentence.overlaps(span)) {
                    from = Math.min(from, sentence.start());
                    to = Math.max(to, sentence.end());
                }
            }
        }
        row.put("before", text.substring(Math.min(from, span.start()), span.start()));
        row.put("match", found.surface());
        row.put("after", text.substring(end, Math.max(end, to)));
    }

    /** {@code i}, or the place before it if it stands inside a surrogate pair. */
    private static int border(String text, int i) {
        return i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
    }

    private void value(ObjectNode row, Mention mention) {
        for (String column :
                new String[] {"id", "label", "kind", "nested", "min", "max", "unit", "bound", "from", "to"}) {
            row.putNull(column);
        }
        switch (mention) {
            case Mention.Country country -> {
                row.put("id", country.id()).put("label", labels.apply("country", country.id()));
                row.put("kind", country.kind().name().toLowerCase(Locale.ROOT));
                row.put("nested", country.nested());
            }
            case Mention.Person person -> {
                String id = ids.apply("person", person.name());
                row.put("id", id).put("label", labels.apply("person", id));
                row.put("nested", false);
            }
            case Mention.Figure figure -> {
                row.put("nested", false);
                row.put("min", plain(figure.min())).put("max", plain(figure.max()));
                row.put("unit", orNull(figure.unit()))
                        .put("bound", figure.bound().sign());
            }
            case Mention.Date date -> {
                row.put("nested", false);
                date.days()
                        .ifPresent(days -> row.put("from", days.from().toString())
                                .put("to", days.to().toString()));
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
