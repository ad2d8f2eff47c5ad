package wherein.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says of itself in JSON-LD, with the words of schema.org: of all that it describes, the article, else the
 * page. What is no sound JSON is read as far as it goes, and else searched for the date and the headline.
 */
final class JsonLd {

    /**
     * What is said of the article; an empty text where nothing is.
     *
     * @param dates when it was published, else made, in the order of trust
     */
    record Article(
            String headline, List<String> authors, List<String> dates, String publisher, String language, String url) {

        private static final Article NONE = new Article("", List.of(), List.of(), "", "", "");
    }

    /** A page with more of it describes something else. */
    private static final int LONGEST = 1 << 20;

    /** So many things are looked at. */
    private static final int MOST = 2_000;

    /** So many authors are read. */
    private static final int MOST_AUTHORS = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|"
                    + "<!\\[CDATA\\[)|(?:-->|//\\s*\\]\\]>|/\\*\\s*\\]\\]>\\s*\\*/|\\]\\]>)\\s*;?\\s*$|;\\s*$");

    private static final Pattern ARTICLE = Pattern.compile(
            "(?:.*[:/#])?(?:\\w*Article|\\w*Posting|Report|Review|Book|Thesis|CreativeWork|PressRelease)");

    private static final Pattern PAGE = Pattern.compile("(?:.*[:/#])?(?:\\w*Page)");

    private static final Pattern FOUND =
            Pattern.compile("\"(headline|datePublished|dateCreated)\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.){1,300}+)\"");

    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();
    private int seen;

    private JsonLd() {}

    /**
     * What {@code scripts} say.
     *
     * @param isTitle whether a text is the title that the page has elsewhere, by which its article is told from others
     */
    static Article read(List<String> scripts, Predicate<String> isTitle) {
        JsonLd all = new JsonLd();
        int length = 0;
        for (String script : scripts) {
            length += script.length();
            if (length > LONGEST) {
                break;
            }
            all.read(script);
        }
        return all.article(isTitle);
    }

    private void read(String script) {
        String json = WRAPPING.matcher(script).replaceAll("");
        try {
            look(JSON.readTree(json), 0);
        } catch (JsonProcessingException e) {
            Matcher each = FOUND.matcher(json);
            while (each.find()) {
                found.putIfAbsent(each.group(1), unescaped(each.group(2)));
            }
        }
    }

    private static String unescaped(String text) {
        try {
            return JSON.readTree("\"" + text + "\"").asText();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** Things in lists and graphs are things of the page; what stands in a thing is of that. */
    private void look(JsonNode node, int depth) {
        if (node == null || depth > 5 || ++seen > MOST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> look(each, depth + 1));
            return;
        }
        if (!node.isObject()) {
            return;
        }
        if (node.path("@id").isTextual()) {
            byId.merge(node.path("@id").asText(), node, (a, b) -> a.size() >= b.size() ? a : b);
        }
        look(node.get("@graph"), depth + 1);
        if (isA(node, ARTICLE)) {
            articles.add(node);
        } else if (isA(node, PAGE)) {
            pages.add(node);
            look(node.get("mainEntity"), depth + 1);
        }
    }

    private static boolean isA(JsonNode node, Pattern type) {
        JsonNode types = node.path("@type");
        if (types.isArray()) {
            for (JsonNode each : types) {
                if (type.matcher(each.asText()).matches()) {
                    return true;
                }
            }
            return false;
        }
        return type.matcher(types.asText()).matches();
    }

    private Article article(Predicate<String> isTitle) {
        Optional<JsonNode> chosen = articles.stream()
                .filter(each -> isTitle.test(first(each, "headline", "name")))
                .findFirst()
                .or(() -> articles.stream().findFirst());
        Article article = chosen.map(this::of).orElse(Article.NONE);
        Article page = pages.stream().findFirst().map(this::of).orElse(Article.NONE);
        List<String> dates = new ArrayList<>(article.dates);
        dates.addAll(page.dates);
        dates.add(found.getOrDefault("datePublished", ""));
        dates.add(found.getOrDefault("dateCreated", ""));
        // A page is called by its own name, with that of the site, and written by the site: only of an article that
        // counts.
        String headline = article.headline.isEmpty() ? found.getOrDefault("headline", "") : article.headline;
        return new Article(
                headline,
                article.authors,
                dates,
                article.publisher.isEmpty() ? page.publisher : article.publisher,
                article.language.isEmpty() ? page.language : article.language,
                article.url.isEmpty() ? page.url : article.url);
    }

    private Article of(JsonNode node) {
        List<String> authors = new ArrayList<>();
        authors(node.path("author"), authors, 0);
        if (authors.isEmpty()) {
            authors(node.path("creator"), authors, 0);
        }
        String url = first(node, "url");
        if (url.isEmpty()) {
            JsonNode main = node.path("mainEntityOfPage");
            url = main.isTextual() ? main.asText() : main.path("@id").asText("");
        }
        JsonNode language = node.path("inLanguage");
        language = language.isArray() ? language.path(0) : language;
        return new Article(
                first(node, "headline", "name"),
                authors,
                List.of(first(node, "datePublished"), first(node, "dateCreated")),
                name(node.path("publisher")),
                language.isObject() ? language.path("alternateName").asText("") : language.asText(""),
                url);
    }

    private void authors(JsonNode node, List<String> authors, int depth) {
        if (node.isArray() && depth < 3) {
            node.forEach(each -> authors(each, authors, depth + 1));
            return;
        }
        String name = name(node);
        if (!name.isEmpty() && authors.size() < MOST_AUTHORS) {
            authors.add(name);
        }
    }

    /** The name of a person or an organisation, given in place, by a reference, or as a text alone. */
    private String name(JsonNode node) {
        if (node.isTextual()) {
            JsonNode named = byId.get(node.asText());
            return named == null ? node.asText() : first(named, "name");
        }
        if (node.isArray()) {
            return node.isEmpty() || node.get(0).isArray() ? "" : name(node.get(0));
        }
        String name = first(node, "name");
        if (name.isEmpty() && node.path("@id").isTextual()) {
            return first(byId.getOrDefault(node.path("@id").asText(), node), "name");
        }
        return name;
    }

    /** The first of {@code fields} that has a text, of itself or as the first of a list. */
    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.path(field);
            value = value.isArray() ? value.path(0) : value;
            value = value.isObject() ? value.path("@value") : value;
            if ((value.isTextual() || value.isInt()) && !value.asText().isBlank()) {
                return value.asText().strip();
            }
        }
        return "";
    }
}
