package wherein.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import wherein.document.Metadata;
import wherein.time.EdtfDate;
import wherein.time.WrittenDate;

/**
 * What a page says of itself, and where it says it: in JSON-LD, Open Graph, microdata, Dublin Core, the words of Google Scholar,
 * other {@code meta} elements, {@code time}, title and heading, the first of which that says something is believed. Takes
 * time in proportion to the page.
 */
final class HtmlMetadata {

    /** A value of more characters is a text, or none that was meant to be read. */
    private static final int LONGEST = 1_000;

    /** So many scripts, properties of a name, times and authors are looked at. */
    private static final int MOST = 100;

    /** A line with the date above an article has no more letters; a paragraph in which a time is told has. */
    private static final int BYLINE = 100;

    private static final List<String> TITLES =
            List.of("og:title", "twitter:title", "itemprop headline", "dc.title", "dcterms.title", "citation_title");

    private static final List<String> SOURCES = List.of(
            "og:site_name",
            "itemprop publisher",
            "dc.publisher",
            "dcterms.publisher",
            "citation_journal_title",
            "citation_publisher",
            "publisher",
            "application-name");

    private static final List<String> AUTHORS = List.of(
            "article:author",
            "og:article:author",
            "itemprop author",
            "itemprop creator",
            "dc.creator",
            "dc.contributor.author",
            "dcterms.creator",
            "citation_author",
            "citation_authors",
            "author",
            "byl",
            "parsely-author",
            "sailthru.author");

    private static final List<String> DATES = List.of(
            "og:published_time",
            "og:article:published_time",
            "article:published_time",
            "article:published",
            "itemprop datepublished",
            "itemprop datecreated",
            "dc.date.issued",
            "dc.date.created",
            "dc.date",
            "dcterms.issued",
            "dcterms.created",
            "dcterms.date",
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "parsely-pub-date",
            "sailthru.date",
            "mediator_published_time",
            "cxenseparse:recs:publishtime",
            "date");

    private static final List<String> LANGUAGES = List.of(
            "html lang",
            "og:locale",
            "itemprop inlanguage",
            "dc.language",
            "dcterms.language",
            "citation_language",
            "language",
            "content-language");

    private static final Set<String> LOOKED_FOR = looked();

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)undefined|null|none|nan|n/a|\\[object object\\]|.*(?:\\{\\{|\\}\\}|<%|%>|\\$\\{).*|untitled(?: document)?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*");
    private static final Pattern BY =
            Pattern.compile("(?iu)^(?:(?:written )?by|von|par|por|автор(?:ы)?|текст)\\s*:?\\s+");
    private static final Pattern SURNAME_FIRST = Pattern.compile("([^,;]+), ([^,;]+)");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|[ivx]+|ph\\.?d|m\\.?d|esq|dr|inc|ltd|llc)\\.?");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s+[|·•»«–—:-]\\s+|\\s*(?:::|\\|)\\s*|:\\s+|\\s+[/\\\\]{1,2}\\s+");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)^(?:(?:first )?(?:published|posted|created|date|issued)(?: (?:on|at))?|опубликован[оа]?|дата(?: публикации)?"
                    + "|veröffentlicht(?: am)?|publié(?: le)?|publicado(?: el)?|pubblicato(?: il)?)\\s*:?\\s*");
    private static final Pattern TIME_FIRST =
            Pattern.compile("^\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*[,|·—–-]?\\s+(?=\\D*\\d)");
    private static final Pattern NO_DAY = Pattern.compile("^(\\d{4})-(\\d\\d)-00.*|^(\\d{4})-00.*");
    private static final Pattern EMPTY_DATE = Pattern.compile("^(?:0000|0001|1970-01-01T00:00|1970-01-01 00:00).*");

    private final Map<String, List<String>> said = new HashMap<>();
    private final Map<String, String> writtenAs = new HashMap<>();
    private final List<String> scripts = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final String title;
    private final String source;
    private final List<String> authors;
    private final String language;
    private final String url;
    private EdtfDate date = EdtfDate.UNKNOWN;

    /** Reads what {@code page} says of itself, but for the times that stand in its text. */
    HtmlMetadata(Document page) {
        gather(page);
        JsonLd.Article article = JsonLd.read(scripts, name -> isHeading(name) || isAlike(name, first("og:title")));
        url = value("url", List.of("link canonical", "og:url"), HtmlMetadata::isAddress)
                .orElseGet(() -> of("url", "JSON-LD", isAddress(article.url()) ? article.url() : ""));
        String publisher = of("source", "JSON-LD", clean(article.publisher()));
        source = publisher.isEmpty()
                ? value("source", SOURCES, each -> !isAddress(each)).orElse("")
                : publisher;
        String headline = withoutSite(clean(article.headline()));
        title = headline.isEmpty() ? declaredTitle() : of("title", "JSON-LD", headline);
        authors = authors(article.authors());
        language = language(article.language());
        List<String> dates = article.dates();
        date = date(dates).map(found -> known(found, "JSON-LD")).orElseGet(this::declaredDate);
    }

    /** The title, without the name of the site; empty if there is none. */
    String title() {
        return title;
    }

    /**
     * Takes the date from the {@code time} above the text, where none was declared.
     *
     * @param isFrame whether an element is no part of what the page is about
     */
    void readTimes(Predicate<Element> isFrame) {
        if (date.known()) {
            return;
        }
        Map<EdtfDate, Boolean> dates = new LinkedHashMap<>();
        for (Element time : times) {
            String written = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
            Optional<EdtfDate> found = date(List.of(written));
            if (found.isEmpty() || isFrame.test(time) || isInText(time)) {
                continue;
            }
            Set<String> names = HtmlNames.of(time);
            boolean changed = names.contains("updated") || names.contains("modified");
            boolean said = time.hasAttr("pubdate") || names.stream().anyMatch(name -> name.startsWith("publi"));
            if (said) {
                known(found.get(), "time");
                return;
            }
            dates.putIfAbsent(found.get(), changed);
        }
        dates.entrySet().stream()
                .filter(each -> !each.getValue())
                .findFirst()
                .or(() -> dates.entrySet().stream().findFirst())
                .ifPresent(each -> known(each.getKey(), "time"));
    }

    Metadata metadata() {
        return new Metadata(title, source, authors, date, "", language, url, Map.of());
    }

    /** Where in the page each of the fields stood, by its name. */
    Map<String, String> origins() {
        return origins;
    }

    private static Set<String> looked() {
        Set<String> all = new HashSet<>();
        for (Collection<String> names : List.of(TITLES, SOURCES, AUTHORS, DATES, LANGUAGES)) {
            all.addAll(names);
        }
        all.add("og:url");
        return Set.copyOf(all);
    }

    private void gather(Document page) {
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                gather(element);
            }
        });
    }

    private void gather(Element element) {
        switch (element.normalName()) {
            case "html" -> {
                say("html lang", element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang"));
            }
            case "meta" -> {
                String content = element.attr("content");
                for (String attribute : List.of("property", "name", "http-equiv")) {
                    say(element.attr(attribute), content);
                }
            }
            case "link" -> {
                if (element.attr("rel").equalsIgnoreCase("canonical")) {
                    say("link canonical", element.attr("href"));
                }
            }
            case "title" -> {
                boolean ofThePage = element.parent() != null
                        && !element.parent().normalName().equals("svg");
                say("title", ofThePage ? start(element) : "");
            }
            case "h1" -> say("h1", start(element));
            case "script" -> {
                if (scripts.size() < MOST
                        && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                    scripts.add(script(element));
                }
            }
            case "time" -> {
                if (times.size() < MOST) {
                    times.add(element);
                }
            }
            default -> {}
        }
        if (element.hasAttr("itemprop")) {
            property(element);
        }
    }

    private void property(Element element) {
        for (String property : SPACES.split(element.attr("itemprop").strip())) {
            String name = "itemprop " + property.toLowerCase(Locale.ROOT);
            if (LOOKED_FOR.contains(name)) {
                boolean thing = element.hasAttr("itemscope");
                Element named = thing ? element.selectFirst("[itemprop=name]") : null;
                say("itemprop " + property, ofProperty(named == null ? element : named));
            }
        }
    }

    private static String ofProperty(Element element) {
        for (String attribute : List.of("content", "datetime")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return start(element);
    }

    private void say(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean wanted = LOOKED_FOR.contains(lower)
                || name.equals("title")
                || name.equals("h1")
                || name.equals("link canonical");
        if (!wanted || value.length() > 4 * LONGEST) {
            return;
        }
        String clean = clean(value);
        List<String> values = said.computeIfAbsent(lower, key -> new ArrayList<>());
        if (!clean.isEmpty() && values.size() < MOST) {
            writtenAs.putIfAbsent(lower, name);
            values.add(clean);
        }
    }

    private String first(String name) {
        List<String> values = said.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private Optional<String> value(String field, List<String> names, Predicate<String> fits) {
        for (String name : names) {
            for (String value : said.getOrDefault(name, List.of())) {
                if (fits.test(value)) {
                    return Optional.of(of(field, writtenAs.get(name), value));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code value}, of which it is remembered that it stood in {@code origin}, unless it is empty. */
    private String of(String field, String origin, String value) {
        if (!value.isEmpty()) {
            origins.put(field, origin);
        }
        return value;
    }

    private String declaredTitle() {
        List<String> names = new ArrayList<>(TITLES);
        names.add("title");
        names.add("h1");
        for (String name : names) {
            String without = withoutSite(first(name));
            if (!without.isEmpty()) {
                return of("title", writtenAs.get(name), without);
            }
        }
        return "";
    }

    /** {@code title} without the name of the site before or behind it. */
    private String withoutSite(String title) {
        Matcher between = BETWEEN.matcher(title);
        String shortest = title;
        while (between.find()) {
            String head = title.substring(0, between.start()).strip();
            String tail = title.substring(between.end()).strip();
            if (head.isEmpty() || tail.isEmpty()) {
                continue;
            }
            if (isHeading(head) || isSite(tail)) {
                return head;
            }
            if (isHeading(tail) || isSite(head)) {
                return tail;
            }
            boolean bar = between.group().contains("|");
            if (bar && shortest.equals(title) && head.indexOf(' ') > 0) {
                shortest = head;
            }
        }
        return shortest;
    }

    private boolean isHeading(String words) {
        return said.getOrDefault("h1", List.of()).stream().anyMatch(heading -> isAlike(heading, words));
    }

    /** Whether {@code name} is what the site calls itself, or is called in its address. */
    private boolean isSite(String name) {
        String letters = squeezed(name);
        if (letters.isEmpty()) {
            return false;
        }
        if (letters.equals(squeezed(source))) {
            return true;
        }
        String host = url.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("/.*$", "");
        String[] labels = host.split("\\.");
        return labels.length > 1
                && (letters.equals(squeezed(labels[labels.length - 2])) || letters.equals(squeezed(host)));
    }

    private List<String> authors(List<String> ofArticle) {
        List<String> names = names(ofArticle, false);
        if (!names.isEmpty()) {
            origins.put("author", "JSON-LD");
            return names;
        }
        for (String name : AUTHORS) {
            names = names(said.getOrDefault(name, List.of()), name.startsWith("citation") || name.startsWith("dc"));
            if (!names.isEmpty()) {
                origins.put("author", writtenAs.get(name));
                return names;
            }
        }
        return List.of();
    }

    private static List<String> names(List<String> written, boolean surnameFirst) {
        return written.stream()
                .flatMap(value -> List.of(value.split("\\s*[;|]\\s*")).stream())
                .map(value -> BY.matcher(clean(value)).replaceFirst(""))
                .map(value -> surnameFirst ? firstNameFirst(value) : value)
                .filter(name -> !name.isEmpty() && !isAddress(name) && !name.startsWith("@"))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String firstNameFirst(String name) {
        Matcher parts = SURNAME_FIRST.matcher(name);
        return parts.matches() && !SUFFIX.matcher(parts.group(2)).matches()
                ? parts.group(2).strip() + " " + parts.group(1).strip()
                : name;
    }

    private String language(String ofArticle) {
        if (LANGUAGE.matcher(ofArticle).matches()) {
            return of("language", "JSON-LD", ofArticle);
        }
        return value("language", LANGUAGES, each -> LANGUAGE.matcher(each).matches())
                .orElse("");
    }

    private EdtfDate declaredDate() {
        for (String name : DATES) {
            Optional<EdtfDate> found = date(said.getOrDefault(name, List.of()));
            if (found.isPresent()) {
                return known(found.get(), writtenAs.get(name));
            }
        }
        return EdtfDate.UNKNOWN;
    }

    private EdtfDate known(EdtfDate found, String origin) {
        date = found;
        of("date", origin, found.edtf());
        return found;
    }

    /** The first of {@code written} that is a date of one reading. Of a time stamp the day is taken as it is written. */
    static Optional<EdtfDate> date(List<String> written) {
        for (String each : written) {
            String text = PUBLISHED.matcher(clean(each)).replaceFirst("");
            text = TIME_FIRST.matcher(text).replaceFirst("");
            Matcher noDay = NO_DAY.matcher(text);
            if (noDay.matches()) {
                text = noDay.group(3) != null ? noDay.group(3) : noDay.group(1) + "-" + noDay.group(2);
            }
            if (text.isEmpty() || EMPTY_DATE.matcher(text).matches()) {
                continue;
            }
            Optional<EdtfDate> date = WrittenDate.sure(text);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** Whether {@code time} stands in running text, of which it is a part. */
    private static boolean isInText(Element time) {
        Element block = time;
        while (block.parent() != null && !HtmlText.isBlock(block.normalName())) {
            block = block.parent();
        }
        String name = block.normalName();
        return (name.equals("p") || name.equals("li") || name.equals("td"))
                && squeezed(start(block)).length() > BYLINE;
    }

    /** What {@code element} begins with, as much of it as any value has. */
    private static String start(Element element) {
        StringBuilder text = new StringBuilder();
        Node node = element;
        for (int nodes = 0; node != null && nodes < LONGEST && text.length() <= LONGEST; nodes++) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element inner && inner.normalName().equals("br")) {
                text.append(' ');
            }
            boolean silent = node instanceof Element inner && inner.normalName().equals("sup");
            node = node.childNodeSize() > 0 && !silent ? node.childNode(0) : HtmlUnseen.after(node, element);
        }
        return text.toString();
    }

    private static String script(Element element) {
        StringBuilder script = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof DataNode data) {
                script.append(data.getWholeData());
            } else if (node instanceof TextNode text) {
                script.append(text.getWholeText());
            }
        }
        return script.toString();
    }

    /** The text of a value: without tags and entities that it was given by mistake, on one line. */
    private static String clean(String value) {
        String text = value.length() > 4 * LONGEST ? "" : value;
        if (text.indexOf('&') >= 0) {
            text = Parser.unescapeEntities(text, true);
        }
        if (TAG.matcher(text).find()) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        text = SPACES.matcher(text).replaceAll(" ").strip();
        return text.length() > LONGEST || NOTHING.matcher(text).matches() ? "" : text;
    }

    private static boolean isAddress(String value) {
        return value.startsWith("http://") || value.startsWith("https://");
    }

    private static boolean isAlike(String one, String other) {
        String letters = squeezed(one);
        return !letters.isEmpty() && letters.equals(squeezed(other));
    }

    private static String squeezed(String words) {
        return Boilerplate.squeezed(words);
    }
}
