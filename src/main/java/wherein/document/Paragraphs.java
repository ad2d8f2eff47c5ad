package wherein.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import wherein.text.Span;

/**
 * Puts lines together to paragraphs. A blank line ends one; a line break ends one unless the text is hard-wrapped there
 * or the sentence goes on.
 */
final class Paragraphs {

    /** No editor wraps at more columns; a longer line is a paragraph. */
    private static final int WIDEST = 130;

    /** Shorter lines are verse, addresses or lists, not wrapped prose. */
    private static final int NARROWEST = 40;

    /** Share of the line breaks that a wrap explains for a text to count as hard-wrapped. */
    private static final double WRAPPED_SHARE = 0.7;

    /** Of the lines of a ragged text that were wrapped, the share that is longer than what counts as its width. */
    private static final double RAGGED_SHARE = 0.9;

    private final Document document;
    private final String text;

    /** Whether hardly a letter is a small one, so that none tells where a sentence goes on. */
    private final boolean inCapitals;

    private final boolean hasNoCase;
    private final TreeMap<Integer, Region> regions = new TreeMap<>();

    Paragraphs(Document document) {
        this.document = document;
        this.text = document.text();
        int small = 0;
        int capital = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            small += Character.isLowerCase(c) ? 1 : 0;
            capital += Character.isUpperCase(c) ? 1 : 0;
        }
        this.inCapitals = small * 10L < capital;
        this.hasNoCase = small == 0 && capital == 0;
        document.regions().forEach(region -> regions.put(region.span().start(), region));
    }

    /** The paragraphs, in order, trimmed; they hold every character but white space. */
    List<Paragraph> all() {
        List<List<Span>> groups = groups();
        Wrap wrap = wrap(groups);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (List<Span> group : groups) {
            Wrap own = wrap == Wrap.NONE && group.size() >= 4 ? wrap(List.of(group)) : wrap;
            add(group, own, paragraphs);
        }
        return mendBrokenSentences(paragraphs);
    }

    /** Runs of lines without a blank line or a border of a part or region between them. */
    private List<List<Span>> groups() {
        TreeSet<Integer> borders = new TreeSet<>();
        document.parts().forEach(part -> {
            borders.add(part.span().start());
            borders.add(part.span().end());
        });
        document.regions().forEach(region -> {
            borders.add(region.span().start());
            borders.add(region.span().end());
        });
        List<List<Span>> groups = new ArrayList<>();
        List<Span> group = new ArrayList<>();
        int before = 0;
        for (Span whole : Lines.of(text)) {
            for (Span line : cut(whole, borders)) {
                Span trimmed = Lines.trim(text, line);
                // From the end of the line before, where a part may end, to the first letter of this one.
                boolean border = !borders.subSet(before, true, Math.max(before, trimmed.start()), true)
                        .isEmpty();
                before = line.end();
                if ((trimmed.length() == 0 || border) && !group.isEmpty()) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                if (trimmed.length() > 0) {
                    group.add(trimmed);
                }
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static List<Span> cut(Span line, TreeSet<Integer> borders) {
        List<Span> pieces = new ArrayList<>();
        int start = line.start();
        for (int border : borders.subSet(line.start(), false, line.end(), false)) {
            pieces.add(new Span(start, border));
            start = border;
        }
        pieces.add(new Span(start, line.end()));
        return pieces;
    }

    /**
     * How a text is wrapped.
     *
     * @param width the column behind which a break is one, 0 for none
     * @param ragged whether it is wrapped before that column too, within sentences
     */
    private record Wrap(int width, boolean ragged) {
        static final Wrap NONE = new Wrap(0, false);
    }

    /** Two lines of one group, and a line break between. */
    private record Break(Span before, Span behind) {}

    /**
     * How {@code groups} are wrapped: at a column, where no first word of a line would have fitted on the line before; or
     * raggedly, where most lines end within a sentence, and the next ones begin small. Where all is in capitals no sentence
     * shows that it goes on, so each line that ends none is taken for one.
     */
    private Wrap wrap(List<List<Span>> groups) {
        List<Break> breaks = breaks(groups);
        // A line that ends with its sentence may be the last of a paragraph, and tells nothing.
        List<Break> open =
                breaks.stream().filter(each -> !endsSentence(each.before)).toList();
        if (inCapitals) {
            return ragged(open);
        }
        int widest = groups.stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .mapToInt(this::columns)
                .max()
                .orElse(0);
        if (widest < NARROWEST || widest > WIDEST) {
            return Wrap.NONE;
        }
        long explained = open.stream()
                .filter(each -> !fits(each.before, each.behind, widest))
                .count();
        long small = open.stream().filter(each -> startsLower(each.behind)).count();
        // Titles, one to a line, may be equally long too.
        boolean sentences = small * 4 >= open.size() || hasNoCase;
        if (open.size() >= 3 && explained >= WRAPPED_SHARE * open.size() && sentences) {
            return new Wrap(widest, false);
        }
        boolean withinSentences = open.size() >= WRAPPED_SHARE * breaks.size() && small * 2 >= open.size();
        return breaks.size() >= 3 && withinSentences ? ragged(open) : Wrap.NONE;
    }

    private static List<Break> breaks(List<List<Span>> groups) {
        List<Break> breaks = new ArrayList<>();
        for (List<Span> group : groups) {
            for (int i = 1; i < group.size(); i++) {
                breaks.add(new Break(group.get(i - 1), group.get(i)));
            }
        }
        return breaks;
    }

    /** Nearly all of the lines that end within a sentence are longer than its width. */
    private Wrap ragged(List<Break> open) {
        int[] lengths =
                open.stream().mapToInt(each -> columns(each.before)).sorted().toArray();
        int width = lengths.length == 0 ? 0 : lengths[(int) ((1 - RAGGED_SHARE) * lengths.length)];
        return new Wrap(Math.max(NARROWEST, width), true);
    }

    /** Whether the first word of {@code next} would have fitted behind {@code line}, so that the break was meant. */
    private boolean fits(Span line, Span next, int width) {
        int word = next.start();
        while (word < next.end() && !Lines.isSpace(text.charAt(word))) {
            word++;
        }
        return columns(line) + 1 + (word - next.start()) <= width;
    }

    /** How wide a line is, with the white space it begins with. */
    private int columns(Span line) {
        int start = line.start();
        while (start > 0 && Lines.isSpace(text.charAt(start - 1)) && !Lines.isEnd(text.charAt(start - 1))) {
            start--;
        }
        return line.end() - start;
    }

    private void add(List<Span> group, Wrap wrap, List<Paragraph> paragraphs) {
        Span open = group.getFirst();
        for (int i = 1; i < group.size(); i++) {
            Span line = group.get(i);
            Span before = group.get(i - 1);
            // A line of half the width is a heading.
            boolean wrapped = !fits(before, line, wrap.width)
                    || (wrap.ragged && !endsSentence(before) && before.length() * 2 > wrap.width);
            boolean goesOn = (wrap.width > 0 && wrapped) || startsLower(line) || inOneHeading(open, line);
            if (goesOn && !isBullet(line)) {
                open = new Span(open.start(), line.end());
            } else {
                paragraphs.add(paragraph(open));
                open = line;
            }
        }
        paragraphs.add(paragraph(open));
    }

    /** Lines of which the format says that they are one heading, such as one that is underlined. */
    private boolean inOneHeading(Span open, Span line) {
        Map.Entry<Integer, Region> region = regions.floorEntry(open.start());
        return region != null
                && region.getValue().block() == Block.HEADING
                && region.getValue().span().contains(new Span(open.start(), line.end()));
    }

    /** A sentence that a page break or an empty line cuts, told by the small letter it goes on with. */
    private List<Paragraph> mendBrokenSentences(List<Paragraph> paragraphs) {
        List<Paragraph> mended = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            Paragraph last = mended.isEmpty() ? null : mended.getLast();
            boolean broken = last != null
                    && last.region().isEmpty()
                    && paragraph.region().isEmpty()
                    && last.part() == paragraph.part()
                    && last.span().length() >= NARROWEST
                    && startsLower(paragraph.span())
                    && !isBullet(paragraph.span())
                    && !isBullet(last.span())
                    && !endsSentence(last.span());
            if (broken) {
                mended.set(
                        mended.size() - 1,
                        paragraph(new Span(last.span().start(), paragraph.span().end())));
            } else {
                mended.add(paragraph);
            }
        }
        return mended;
    }

    private Paragraph paragraph(Span span) {
        int part = document.partAt(span) + 1;
        Optional<Block> region = Optional.ofNullable(regions.floorEntry(span.end() - 1))
                .map(Map.Entry::getValue)
                .filter(candidate -> candidate.span().overlaps(span))
                .map(Region::block);
        return new Paragraph(span, part, region);
    }

    private boolean startsLower(Span span) {
        return Character.isLowerCase(text.codePointAt(span.start()));
    }

    private boolean endsSentence(Span span) {
        return ".!?…:;".indexOf(text.charAt(span.end() - 1)) >= 0 || "\"”’»)".indexOf(text.charAt(span.end() - 1)) >= 0;
    }

    private boolean isBullet(Span span) {
        return Blocks.isBullet(text, span);
    }
}
