package wherein.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Tells the marks of notes, which are no part of the word or number before them, from what is: an exponent, the end of an
 * ordinal, a formula. A mark is told by what it is (a link to a note, what it is called), by a note that begins with it, and
 * by what stands before it.
 *
 * <p>Marks are taken out of a page, and digits that are raised for another reason become raised characters, so that
 * 10<sup>6</sup> is not 106. Takes time in proportion to the page.
 */
final class NoteMarks {

    /** Numbers and signs of which marks are made, with or without brackets. */
    private static final Pattern MARK = Pattern.compile("[\\[(]?\\s?(?:(?:note|nb|fn|прим\\.?)\\s?)?"
            + "(\\d{1,3}(?:\\s?[,;–-]\\s?\\d{1,3}){0,9}|[*†‡§¶]{1,4})\\s?[\\])]?,?");

    private static final Pattern LETTER = Pattern.compile("[\\[(]?([a-zа-я]|[ivxlc]{1,6})[\\])]?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\[\\]]{1,40}\\]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern NUMBERS = Pattern.compile("[1-9]\\d{0,2}(?:\\s?[,;–-]\\s?[1-9]\\d{0,2})+");
    private static final Pattern SIGNS = Pattern.compile("[*†‡§¶]{1,4}");
    private static final Pattern RAISED = Pattern.compile("[+\\-−–]?\\d{1,4}[+\\-−]?");
    private static final Pattern GLUED = Pattern.compile("(?<=[\\p{L}\\p{N}”\"’».,;!?%)])\\[(\\d{1,3})\\]");

    /** An arrow back to where the mark stands. */
    private static final Pattern BACK = Pattern.compile("[↩↑^⤴↵⏎⬆↲\\uFE0E\\uFE0F\\s]{1,4}");

    /** Words of class and id of a mark. */
    private static final Set<String> CALLED = Set.of(
            "footnote",
            "noteref",
            "footnoteref",
            "fnref",
            "fn",
            "endnote",
            "endnoteref",
            "notecall",
            "sdfootnoteanc",
            "sdendnoteanc",
            "footnotemark",
            "refnote",
            "cite ref",
            "note ref",
            "note link",
            "note call");

    /** Words of class and id of a list of notes. */
    private static final Set<String> NOTES = Set.of(
            "footnotes",
            "footnote",
            "endnotes",
            "endnote",
            "references",
            "reflist",
            "notes",
            "fnlist",
            "примечания",
            "сноски");

    private static final Set<String> CODE = Set.of("pre", "code", "kbd", "samp", "tt", "var", "script", "style");

    private static final Pattern TO_NOTE = Pattern.compile(
            "(?i)^_{0,2}(?:cite[-_]?note|foot[-_]?note|end[-_]?note|sdfootnote|sdendnote|fn|ftn|edn|note|nota|refnote|snoska)"
                    + "s?[-_:.]?.{0,60}$");

    private static final Pattern LABEL =
            Pattern.compile("^\\s*(?:\\[(\\d{1,3}|[a-z*†‡])\\]|\\((\\d{1,3})\\)|([*†‡§]{1,3}))\\s");

    /** Raised to 2 or 3 these are areas and volumes. */
    private static final Pattern UNIT = Pattern.compile("(?:^|[^\\p{L}])(?:[kcdmnµμ]?m|[ксдм]?м)$");

    /** These too, after a number. */
    private static final Pattern UNIT_AFTER_NUMBER =
            Pattern.compile("\\d\\s?(?:ft|in|mi|yd|s|h|sec|foot|feet|inch|inches|mile|miles|yard|yards)$");

    private static final Pattern VARIABLE = Pattern.compile("(?:^|[^\\p{L}\\p{N}’'.])(?:[b-hj-zB-HJ-Zα-ωΑ-Ω])$");
    private static final Pattern IN_FORMULA = Pattern.compile("[=×^−∙√≈]\\s?[\\p{L}\\p{N}]{1,4}$");
    private static final Pattern BRACKETED_SUM = Pattern.compile("\\([^()]{0,20}[=+×*/^−-][^()]{0,20}\\)$");
    private static final Pattern FORMULA_GOES_ON = Pattern.compile("^\\s?[=×^≈≤≥√].*", Pattern.DOTALL);
    private static final Pattern BASE = Pattern.compile("(?:^|[^\\p{N}.,])(2|10)$");
    private static final Pattern HOUR = Pattern.compile("(?:^|[^\\p{N}.,:])(?:[01]?\\d|2[0-4])$");

    /** The symbol of an element, before which the number of an isotope stands. */
    private static final Pattern ISOTOPE = Pattern.compile("\\p{Lu}\\p{Ll}?(?!\\p{L})");

    /** So many characters before a mark are looked at. */
    private static final int BEFORE = 60;

    /** A raised text of more characters is none of these. */
    private static final int LONGEST = 40;

    private static final String PLAIN = "0123456789+-−–";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻";

    private NoteMarks() {}

    /** Takes the marks out of {@code page}, and raises the digits that are raised for another reason. */
    static void remove(Element page) {
        Notes notes = new Notes();
        page.traverse(notes);
        Marks marks = new Marks(notes);
        page.traverse(marks);
        marks.apply();
    }

    /** Whether {@code element} calls itself the mark of a note. */
    private static boolean isCalledMark(Element element) {
        return element.attr("role").equals("doc-noteref")
                || element.attr("epub:type").equals("noteref")
                || element.attr("rel").equals("footnote")
                || !Collections.disjoint(HtmlNames.of(element), CALLED);
    }

    private static boolean leadsToNote(Element link) {
        String to = link.attr("href");
        int fragment = to.indexOf('#');
        return fragment >= 0 && TO_NOTE.matcher(to.substring(fragment + 1)).matches();
    }

    private static boolean leadsBack(Element link) {
        return link.attr("role").equals("doc-backlink")
                || link.attr("href").contains("#")
                        && BACK.matcher(shortText(link)).matches();
    }

    /** The text of an element that has next to none, else an empty one. */
    private static String shortText(Element element) {
        StringBuilder text = new StringBuilder();
        Node node = element;
        for (int nodes = 0; node != null; nodes++) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            if (nodes > LONGEST || text.length() > 2 * LONGEST) {
                return "";
            }
            node = node.childNodeSize() > 0 ? node.childNode(0) : HtmlUnseen.after(node, element);
        }
        String words = text.toString().strip();
        return words.length() > LONGEST ? "" : words;
    }

    /** What a mark says without its brackets. */
    private static String bare(String mark) {
        Matcher matcher = MARK.matcher(mark);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        Matcher letter = LETTER.matcher(mark);
        return letter.matches() ? letter.group(1) : mark;
    }

    /** Reads what notes there are, and what can be linked to. */
    private static final class Notes implements NodeVisitor {
        private final Set<String> labels = new HashSet<>();
        private final Set<String> targets = new HashSet<>();

        /** Whether some marks are links, so that a raised number which is none is probably no mark. */
        private boolean linked;

        private boolean fresh = true;
        private Element list;
        private int item;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String text = words.getWholeText();
                if (fresh && !text.isBlank()) {
                    label(text);
                    fresh = false;
                }
            } else if (node instanceof Element element) {
                element(element);
            }
        }

        private void element(Element element) {
            String id = element.id().isEmpty() ? element.attr("name") : element.id();
            if (!id.isEmpty()) {
                targets.add(id);
            }
            String name = element.normalName();
            if (name.equals("sup")) {
                String label = shortText(element);
                if (fresh && !label.isEmpty()) {
                    labels.add(bare(label));
                }
                fresh = false;
            } else if (HtmlText.isBlock(name) || name.equals("br")) {
                fresh = true;
                if (name.equals("li")) {
                    item(element);
                }
            } else if (name.equals("a")) {
                linked |=
                        leadsToNote(element) && MARK.matcher(shortText(element)).matches();
            }
        }

        private void item(Element element) {
            if (list != element.parent()) {
                list = element.parent();
                item = isOfNotes(list) ? 0 : Integer.MIN_VALUE;
            }
            if (++item > 0) {
                labels.add(Integer.toString(item));
            }
        }

        private void label(String text) {
            Matcher label = LABEL.matcher(text);
            if (label.lookingAt()) {
                for (int group = 1; group <= label.groupCount(); group++) {
                    if (label.group(group) != null) {
                        labels.add(label.group(group));
                    }
                }
            }
        }

        private static boolean isOfNotes(Element list) {
            Element at = list;
            for (int i = 0; at != null && i < 3; i++) {
                if (at.attr("role").equals("doc-endnotes") || !Collections.disjoint(HtmlNames.of(at), NOTES)) {
                    return true;
                }
                at = at.parent();
            }
            return false;
        }
    }

    /** Finds the marks, in the order of the text. */
    private static final class Marks implements NodeVisitor {
        private final Notes notes;
        private final StringBuilder before = new StringBuilder();
        private final List<Runnable> changes = new ArrayList<>();
        private Element passed;
        private int code;

        /** The number of the last mark: those of most pages follow one another. */
        private int last;

        Marks(Notes notes) {
            this.notes = notes;
        }

        void apply() {
            changes.forEach(Runnable::run);
        }

        @Override
        public void head(Node node, int depth) {
            if (passed != null) {
                return;
            }
            if (node instanceof TextNode words) {
                read(words);
            } else if (node instanceof Element element) {
                String name = element.normalName();
                code += CODE.contains(name) ? 1 : 0;
                if (HtmlText.isBlock(name) || name.equals("br")) {
                    before.setLength(0);
                } else if (name.equals("sup") && sup(element) || name.equals("a") && link(element)) {
                    passed = element;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (passed != null) {
                passed = passed == node ? null : passed;
            } else if (node instanceof Element element) {
                code -= CODE.contains(element.normalName()) ? 1 : 0;
                if (HtmlText.isBlock(element.normalName())) {
                    before.setLength(0);
                }
            }
        }

        private void read(TextNode node) {
            String words = node.getWholeText();
            if (code == 0 && words.indexOf('[') >= 0 && GLUED.matcher(words).find()) {
                changes.add(() -> node.text(withoutGlued(node.getWholeText())));
            }
            before.append(words, Math.max(0, words.length() - BEFORE), words.length());
            if (before.length() > 2 * BEFORE) {
                before.delete(0, before.length() - BEFORE);
            }
        }

        /** The words without numbers in brackets that touch the word before them, where there is such a note. */
        private String withoutGlued(String words) {
            return GLUED.matcher(words)
                    .replaceAll(found ->
                            notes.labels.contains(found.group(1)) ? "" : Matcher.quoteReplacement(found.group()));
        }

        /** Sees to a raised text; whether anything has to be done with it. */
        private boolean sup(Element sup) {
            String text = shortText(sup);
            if (text.isEmpty()) {
                return false;
            }
            String after = following(sup);
            Element link = sup.selectFirst("a[href]");
            boolean called = isCalledMark(sup) || link != null && (isCalledMark(link) || leadsToNote(link));
            boolean isMark = MARK.matcher(text).matches();
            boolean goesOn = !after.isEmpty() && Character.isLetter(after.codePointAt(0));
            if (link != null && leadsBack(link)) {
                return drop(sup, text);
            }
            if (before.toString().isBlank()) {
                return begins(sup, text, after, goesOn);
            }
            if (IN_BRACKETS.matcher(text).matches()
                    || called && (isMark || LETTER.matcher(text).matches())) {
                return drop(sup, text);
            }
            if (SIGNS.matcher(text).matches() || LETTER.matcher(text).matches() && notes.labels.contains(bare(text))) {
                return drop(sup, text);
            }
            if (NUMBERS.matcher(text).matches()
                    || isMark && link != null && link.attr("href").startsWith("#")) {
                return drop(sup, text);
            }
            if (!RAISED.matcher(text).matches()) {
                return false;
            }
            boolean apart = Character.isWhitespace(before.charAt(before.length() - 1));
            if (after.startsWith("/") || after.startsWith("⁄")) {
                boolean afterNumber = Character.isDigit(before.charAt(before.length() - 1));
                return afterNumber && change(() -> sup.text(" " + text));
            }
            boolean mark = code == 0 && NUMBER.matcher(text).matches() && (apart ? !goesOn : isMark(text, after));
            return mark ? drop(sup, text) : change(() -> sup.text(raised(text)));
        }

        /** A raised number at the beginning: of a note, or of the name of an isotope. */
        private boolean begins(Element sup, String text, String after, boolean goesOn) {
            boolean symbol = goesOn
                    && ISOTOPE.matcher(after).lookingAt()
                    && NUMBER.matcher(text).matches();
            boolean isotope =
                    symbol && !notes.labels.contains(Integer.toString(Integer.parseInt(text) - 1)) && !text.equals("1");
            if (isotope) {
                return change(() -> sup.text(raised(text)));
            }
            return goesOn && change(() -> sup.appendText(" "));
        }

        private boolean isMark(String text, String after) {
            String words = before.toString();
            int number = Integer.parseInt(text);
            boolean noted = notes.labels.contains(text);
            boolean due = noted && !notes.linked && number == last + 1;
            if (FORMULA_GOES_ON.matcher(after).matches()
                    || IN_FORMULA.matcher(words).find()
                    || BRACKETED_SUM.matcher(words).find()) {
                return false;
            }
            Matcher base = BASE.matcher(words);
            if (base.find()) {
                boolean small = base.group(1).equals("2") && number <= 3;
                return due || number == 1 || small && (noted || number == last + 1);
            }
            if (number <= 3
                    && (UNIT.matcher(words).find()
                            || UNIT_AFTER_NUMBER.matcher(words).find())) {
                return number == 1;
            }
            if (VARIABLE.matcher(words).find()) {
                return due;
            }
            boolean minutes = number >= 10 && number < 60 && !noted && number > last + 3;
            return !(minutes && HOUR.matcher(words).find());
        }

        /** Sees to a link; whether anything has to be done with it. */
        private boolean link(Element link) {
            String text = shortText(link);
            if (text.isEmpty() || !link.hasAttr("href")) {
                return false;
            }
            if (leadsBack(link)) {
                return drop(link, text);
            }
            String words = before.toString();
            if (words.isBlank()) {
                return false;
            }
            boolean called = isCalledMark(link);
            if (!MARK.matcher(text).matches()) {
                return called && LETTER.matcher(text).matches() && drop(link, text);
            }
            String to = link.attr("href");
            boolean leads = leadsToNote(link) || to.startsWith("#") && notes.targets.contains(to.substring(1));
            char touched = words.charAt(words.length() - 1);
            boolean enclosed = (touched == '[' || touched == '(' && leadsToNote(link))
                    && following(link).startsWith(touched == '[' ? "]" : ")");
            if (enclosed && (leads || called)) {
                return touched == '[' ? dropWithBrackets(link, text) : false;
            }
            boolean glued = !Character.isWhitespace(touched) && touched != '(' && touched != '/' && touched != '-';
            boolean bracketed = IN_BRACKETS.matcher(text).matches();
            return (called || leads && (glued || bracketed)) && drop(link, text);
        }

        private boolean dropWithBrackets(Element link, String text) {
            if (!(link.previousSibling() instanceof TextNode opening)
                    || !(link.nextSibling() instanceof TextNode closing)
                    || code > 0) {
                return false;
            }
            changes.add(() -> {
                String left = opening.getWholeText();
                String right = closing.getWholeText();
                if (left.endsWith("[") && right.startsWith("]")) {
                    opening.text(left.substring(0, left.length() - 1));
                    closing.text(right.substring(1));
                }
            });
            before.setLength(before.length() - 1);
            return drop(link, text);
        }

        private boolean drop(Element mark, String text) {
            String number = bare(text);
            last = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : last;
            return change(mark::empty);
        }

        private boolean change(Runnable change) {
            changes.add(change);
            return true;
        }

        /** The text that follows {@code element}, as far as one piece of it goes. */
        private static String following(Element element) {
            Node node = element;
            for (int i = 0; i < 4; i++) {
                Node next = node.nextSibling();
                if (next instanceof TextNode words) {
                    return words.getWholeText();
                }
                if (next instanceof Element beside) {
                    boolean ends = HtmlText.isBlock(beside.normalName())
                            || beside.normalName().equals("br");
                    return ends ? "" : shortText(beside);
                }
                Node parent = node.parent();
                if (!(parent instanceof Element around) || HtmlText.isBlock(around.normalName())) {
                    return "";
                }
                node = parent;
            }
            return "";
        }

        private static String raised(String text) {
            StringBuilder raised = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                raised.append(HIGH.charAt(PLAIN.indexOf(text.charAt(i))));
            }
            return raised.toString();
        }
    }
}
