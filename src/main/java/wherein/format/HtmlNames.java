package wherein.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The words that class and id of an element are made of: {@code most-read} and {@code mostRead} are both "most" and "read". */
final class HtmlNames {

    /** So many characters of a name are looked at: a page may give an element any number of classes. */
    private static final int LONGEST = 500;

    private static final Pattern BORDER = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private HtmlNames() {}

    /** The words of class and id, and of the name of an element that a site has made up, in lower case, and each two that follow one another in one name, with a blank between. */
    static Set<String> of(Element element) {
        Set<String> words = ofKind(element);
        add(element.attr("id"), words);
        return words;
    }

    /** The same without id, which in many a document is the heading of a section. */
    static Set<String> ofKind(Element element) {
        Set<String> words = new HashSet<>();
        add(element.attr("class"), words);
        if (element.normalName().indexOf('-') > 0) {
            add(element.normalName(), words);
        }
        return words;
    }

    private static void add(String names, Set<String> words) {
        if (names.isBlank()) {
            return;
        }
        String looked = names.substring(0, Math.min(LONGEST, names.length()));
        for (String name : SPACE.split(looked)) {
            String before = "";
            for (String word : BORDER.split(name)) {
                String lower = word.toLowerCase(Locale.ROOT);
                if (!lower.isEmpty()) {
                    words.add(lower);
                    if (!before.isEmpty()) {
                        words.add(before + " " + lower);
                    }
                    before = lower;
                }
            }
        }
    }
}
