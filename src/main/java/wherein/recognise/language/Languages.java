package wherein.recognise.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The languages that have a file of words. Each is read when first asked for, and kept. */
public final class Languages {

    /** English and Russian first, which are known best. */
    private static final List<String> CODES = List.of("en", "ru", "uk", "fr", "de", "es", "it", "nl", "pl", "pt");

    private static final Map<String, Language> READ = new ConcurrentHashMap<>();

    private Languages() {}

    /** The codes of all of them, in a fixed order. */
    public static List<String> codes() {
        return CODES;
    }

    /** The language of a BCP 47 tag, region and script left aside; {@link Language#NONE} where it has no file. */
    public static Language of(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        String code = tag.substring(0, end);
        return CODES.contains(code) ? READ.computeIfAbsent(code, ListedLanguage::new) : Language.NONE;
    }

    /** The words of a class in all languages together; of two values of a word the first language's counts. */
    public static Map<String, String> words(WordClass wordClass) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String code : CODES) {
            of(code).words(wordClass).forEach(all::putIfAbsent);
        }
        return all;
    }
}
