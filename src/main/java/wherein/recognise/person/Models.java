package wherein.recognise.person;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wherein.recognise.language.Language;

/** Which model reads which language; each is loaded when first asked for, and kept. */
final class Models {

    /** The languages that have one of their own; the others with a file of words share one. */
    private static final Map<String, String> OWN =
            Map.of("", "en", "en", "en", "ru", "en", "uk", "en", "de", "de", "es", "es", "fr", "fr");

    private static final Map<String, Model> LOADED = new ConcurrentHashMap<>();

    private Models() {}

    /** The model for words in Latin script in texts of {@code language}. */
    static Model latin(Language language) {
        return load(OWN.getOrDefault(language.code(), "latin"));
    }

    /** The model for words in Cyrillic. */
    static Model cyrillic() {
        return load("ru");
    }

    private static Model load(String name) {
        return LOADED.computeIfAbsent(name, any -> Model.read("people-" + name + ".model"));
    }
}
