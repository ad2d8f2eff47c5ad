package wherein.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a page has and no reader sees: hidden elements, words for screen readers that stand beside those that are seen, twins,
 * and the links that edit a section or lead to it. What holds most of the words of a page, or its heading, is never taken
 * for unseen: pages that a program shows, or that were saved behind a notice, hide all they have.
 */
final class HtmlUnseen {

    private static final Pattern HIDING =
            Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)\\b");

    private static final Set<String> FOR_SCREEN_READERS = Set.of(
            "sr-only",
            "sronly",
            "visually-hidden",
            "visuallyhidden",
            "visually_hidden",
            "screen-reader-text",
            "screen-reader-only",
            "screenreader",
            "element-invisible",
            "u-visually-hidden",
            "is-visually-hidden",
            "a11y-hidden");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> CONTROLS =
            Set.of("headerlink", "anchorjs-link", "mw-editsection", "editsection", "mw-cite-backlink", "header-anchor");

    /** A text for screen readers of more characters is one for all. */
    private static final int LONGEST_ASIDE = 300;

    /** So much is looked at to tell whether two elements say the same. */
    private static final int COMPARED = 2_000;

    private HtmlUnseen() {}

    /** Takes what is not seen out of {@code page}. Takes time in proportion to it. */
    static void remove(Element page) {
        Look look = new Look();
        page.traverse(look);
        look.candidates.stream()
                .filter(candidate -> !candidate.content && candidate.size * 2 <= look.characters)
                .forEach(candidate -> candidate.element.empty());
    }

    /** An element that is perhaps not seen. */
    private static final class Candidate {
        private final Element element;
        private final long before;
        private long size;

        /** Whether the heading of the page stands in it, or what calls itself its content. */
        private boolean content;

        Candidate(Element element, long before) {
            this.element = element;
            this.before = before;
        }
    }

    private static final class Look implements NodeVisitor {
        private final List<Candidate> candidates = new ArrayList<>();
        private final Deque<Candidate> open = new ArrayDeque<>();
        private long characters;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                characters += words.getWholeText().strip().length();
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("h1") || name.equals("main") || name.equals("article")) {
                    open.forEach(candidate -> candidate.content = true);
                } else if (isUnseen(element, name)) {
                    open.push(new Candidate(element, characters));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            Candidate candidate = open.peek();
            if (candidate != null && candidate.element == node) {
                candidate.size = characters - candidate.before;
                candidates.add(open.pop());
            }
        }
    }

    private static boolean isUnseen(Element element, String name) {
        if (element.hasAttr("hidden")
                || HIDING.matcher(element.attr("style")).find()
                || name.equals("dialog") && !element.hasAttr("open")) {
            return true;
        }
        if (element.attr("aria-hidden").equals("true")) {
            return isTwin(element);
        }
        String classes = element.attr("class");
        return !classes.isEmpty()
                && (hasClass(classes, CONTROLS)
                        || hasClass(classes, FOR_SCREEN_READERS)
                                && letters(element).length() < LONGEST_ASIDE);
    }

    private static boolean hasClass(String classes, Set<String> names) {
        for (String name : SPACE.split(classes.toLowerCase(Locale.ROOT))) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code element}, which screen readers leave out, says nothing that what stands beside it does not say. */
    private static boolean isTwin(Element element) {
        String own = letters(element);
        return own.isEmpty()
                || own.length() < COMPARED
                        && (says(element.previousElementSibling(), own) || says(element.nextElementSibling(), own));
    }

    private static boolean says(Element beside, String words) {
        return beside != null && letters(beside).equals(words);
    }

    /** The letters and digits of {@code element}, of a long one those it begins with. */
    private static String letters(Element element) {
        StringBuilder letters = new StringBuilder();
        int nodes = 0;
        Node node = element;
        // Walked by hand, so that no more of a page is looked at than is compared.
        while (node != null && letters.length() < COMPARED && nodes++ < COMPARED) {
            if (node instanceof TextNode words) {
                words.getWholeText()
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .limit(COMPARED)
                        .forEach(letters::appendCodePoint);
            }
            node = node.childNodeSize() > 0 ? node.childNode(0) : after(node, element);
        }
        return letters.toString();
    }

    /** The node behind {@code node} and all that stands in it; null if none is left in {@code root}. */
    static Node after(Node node, Element root) {
        Node at = node;
        while (at != root && at.nextSibling() == null) {
            at = at.parent();
        }
        return at == root ? null : at.nextSibling();
    }
}
