package wherein.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import wherein.document.Block;

/**
 * Tells what of a page is no part of what it is about: navigation, related links, notices, share bars, comments, footers.
 *
 * <p>Told by what an element is and is called, by the share of its letters that stand in links, and by whether there are
 * sentences in it. First the content is found, the innermost element with most of the sentences; what holds it is never
 * boilerplate, whatever it is called, and what stands in it only where nothing speaks for it. When in doubt it is content:
 * what is taken for content by mistake is noise, what is taken for boilerplate is not found. Takes time in proportion to the
 * page times its depth, which the parser bounds.
 */
final class Boilerplate {

    /** Elements that are the frame of a page by what they are. */
    private static final Set<String> FRAMES =
            Set.of("nav", "footer", "aside", "form", "menu", "dialog", "header", "search");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "complementary",
            "banner",
            "form");

    /** What leads elsewhere, and nothing else. */
    private static final Set<String> WAYS =
            Set.of("nav", "navigation", "menu", "menubar", "toolbar", "tablist", "search");

    /** Words of class and id of what is no part of an article, wherever it stands. */
    private static final Set<String> NAMES = words(
            "advert adverts advertisement advertising sponsor-box taboola outbrain adsbygoogle dfp reklama",
            "breadcrumb breadcrumbs crumb crumbs nav navbar navigation navigator submenu topmenu mainmenu sitenav topnav",
            "subnav topbar skiplink skip-link pagination paging pager pagenav catlinks navbox",
            "cookie cookies consent gdpr ccpa onetrust cookiebar cookiebanner",
            "newsletter newsletters subscribe signup sign-up mailing-list paywall signin sign-in log-in podpiska",
            "sharing sharebar sharedaddy addtoany addthis share-buttons share-links share-bar share-tools",
            "social-links social-share social-icons social-media social-buttons follow-us",
            "related relateds recirculation recirc recommended recommendation recommendations relatedposts",
            "trending most-read most-viewed most-popular read-also read-next also-read more-news more-stories you-may up-next",
            "latest-news latest-posts comments commentlist disqus replies respond hypercomments kommentarii comment-list",
            "colophon podval site-info site-footer page-footer global-footer",
            "site-header global-header tagcloud tag-cloud taglist tag-list post-tags",
            "author-bio author-box author-card about-author authorbox sitenotice site-notice site-sub printfooter");

    /** Words that themes of pages use for any part of them as well: they say something of what has no sentences, or stands outside of the content. */
    private static final Set<String> LOOSE = words(
            "ad ads adv banner banners sponsor sponsored menu menus overlay modal popup latest foot footer rail masthead",
            "page-header top-header header-top tags social share shares login imprint sidebar sidebars side-bar promo promos",
            "copyright copyrights teaser teasers popular comment widget widgets toolbar skip donate donation subscription subscriptions more-on",
            "more-from read-more see-also recommend author-info");

    /** Of them, the words for what others write below a text, which may be longer than the text. */
    private static final Set<String> REMARKS =
            words("comments commentlist disqus replies respond hypercomments kommentarii comment-list");

    /** What a paragraph begins with that leads to other pages, where it is a link. */
    private static final Pattern LEADS_AWAY = Pattern.compile(
            "(?iu)^\\W*(?:read (?:also|more|next|on|too)|also read|see also:|related|recommended|more (?:on|from|about|news|stories)"
                    + "|you (?:may|might) (?:also )?like|don.t miss|most (?:read|popular)|watch(?: also)?:|share (?:this|on)"
                    + "|(?:читайте|смотрите) (?:также|ещё|еще)|читать (?:также|ещё|еще|далее)|(?:материалы |еще |ещё )?по теме"
                    + "|подпис(?:аться|ывайтесь|ка)|поделиться|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lee también"
                    + "|leggi anche|читайте далее|читайте по теме)(?:\\W|$).*",
            Pattern.DOTALL);

    /** What heads a list of links to other pages of the site. */
    private static final Pattern HEADS_LINKS = Pattern.compile(
            "(?iu)^\\W*(?:read (?:also|more|next)|also read|advertisement|реклама|anzeige|publicité|publicidad|pubblicità|related(?: (?:articles|stories|posts|news|content|topics|coverage))?"
                    + "|recommended(?: for you)?|more (?:on this|from|news|stories)\\b.{0,40}|you (?:may|might) (?:also )?like(?: this)?"
                    + "|most (?:read|popular|viewed)(?: \\w+)?|share this(?: \\w+)?|trending(?: now)?|latest (?:news|stories)"
                    + "|(?:читайте|смотрите) (?:также|ещё|еще)|(?:материалы |еще |ещё )?по теме|поделиться|популярное"
                    + "|другие новости|последние новости|lesen sie (?:auch|mehr)|mehr zum thema|(?:à )?lire aussi|lee también"
                    + "|leggi anche)\\W*$");

    private static final Pattern RIGHTS = Pattern.compile(
            "(?iu)^(?:©|\\(c\\)\\s|&copy;|copyright\\b|all rights reserved|все права защищены).*", Pattern.DOTALL);

    /** What is no block with blocks in it. */
    private static final Set<String> PARAGRAPHS = Set.of("p", "li", "blockquote", "pre", "dd");

    /** What holds words of the content, whatever it is called. */
    private static final Set<String> KEPT =
            Set.of("h1", "blockquote", "figure", "figcaption", "table", "tbody", "tr", "pre");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？।؟](?:[\"”’»)\\]]|\\s|$)");

    /** A paragraph of fewer letters is no running text. */
    private static final int SENTENCE_LETTERS = 25;

    /** So many letters outside of links are running text, whatever is linked in it. */
    private static final int RUNNING = 80;

    /** The same in scripts in which a letter is a syllable or a word. */
    private static final int SENTENCE_IDEOGRAPHS = 12;

    /** With fewer letters of running text nothing can be told from it. */
    private static final int LEAST_CONTENT = 140;

    /** Running text of fewer letters may be a notice in the middle of an article. */
    private static final int NOTICE = 260;

    /** A line on rights has fewer letters. */
    private static final int RIGHTS_LETTERS = 200;

    /** What stands below an element. */
    private static final class Sum {
        /** Letters and digits. */
        private int letters;

        /** Those of them in links. */
        private int linked;

        /** Letters of paragraphs that are running text. */
        private int prose;

        /** Letters that count for finding the content. */
        private int weight;

        /** The paragraph that it begins with, and its first heading. */
        private HtmlText.Run first;

        private HtmlText.Run heading;

        double linkedShare() {
            return letters == 0 ? 0 : (double) linked / letters;
        }
    }

    private final HtmlText text;
    private final String title;

    /** Whether the page has running text, which then tells where its content is; else all its letters do. */
    private boolean prosaic;

    private final Map<Element, Sum> sums = new IdentityHashMap<>();
    private final Map<Element, Set<String>> names = new IdentityHashMap<>();
    private final Set<Element> frames = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<HtmlText.Run> boilerplate = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Element root;
    private Element content;

    /** The content and what it stands in. */
    private final Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private Boilerplate(Element root, HtmlText text, String title) {
        this.root = root;
        this.text = text;
        this.title = squeezed(title);
    }

    /**
     * Which paragraphs of {@code text}, that of {@code root}, are boilerplate.
     *
     * @param title the title of the page, by which its heading is known; may be empty
     */
    static Boilerplate of(Element root, HtmlText text, String title) {
        Boilerplate told = new Boilerplate(root, text, title);
        told.sum();
        told.findContent();
        told.judge();
        return told;
    }

    /** Whether {@code run} is boilerplate. */
    boolean has(HtmlText.Run run) {
        return boilerplate.contains(run);
    }

    /** Whether {@code element} stands in what is boilerplate by what it is or is called. */
    boolean holds(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (frames.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void sum() {
        for (HtmlText.Run run : text.runs()) {
            int prose = isProse(run) ? run.letters() - run.linked() : 0;
            for (Element at = run.element(); at != null; at = at.parent()) {
                Sum sum = sums.computeIfAbsent(at, element -> new Sum());
                sum.first = sum.first == null ? run : sum.first;
                sum.heading = sum.heading == null && run.block() == Block.HEADING ? run : sum.heading;
                sum.letters += run.letters();
                sum.linked += run.linked();
                sum.prose += prose;
                if (at == root) {
                    break;
                }
            }
        }
    }

    /** Sentences that do not stand in a link. */
    private boolean isProse(HtmlText.Run run) {
        int own = run.letters() - run.linked();
        boolean links = run.linked() * 2 > run.letters() && own < RUNNING;
        if (run.block() == Block.HEADING || links || run.letters() < SENTENCE_IDEOGRAPHS) {
            return false;
        }
        String words = text.words(run);
        if (run.letters() < SENTENCE_LETTERS
                && words.codePoints().limit(SENTENCE_LETTERS).noneMatch(Character::isIdeographic)) {
            return false;
        }
        return SENTENCE_END.matcher(words).find();
    }

    private void findContent() {
        Sum all = sums.get(root);
        if (all == null) {
            return;
        }
        prosaic = all.prose >= LEAST_CONTENT;
        for (HtmlText.Run run : text.runs()) {
            int weight = !prosaic ? run.letters() : isProse(run) ? run.letters() - run.linked() : 0;
            if (weight > 0 && !standsInFrame(run, all)) {
                for (Element at = run.element(); at != null; at = at == root ? null : at.parent()) {
                    sums.get(at).weight += weight;
                }
            }
        }
        if (all.weight > 0) {
            content = innermost(all.weight);
        }
    }

    /** Letters of running text, or all letters on a page that has none. */
    private int mass(Sum sum) {
        return prosaic ? sum.prose : sum.letters;
    }

    /** Whether {@code run} stands in what looks like a frame of the page, and is no more than half of it. */
    private boolean standsInFrame(HtmlText.Run run, Sum all) {
        for (Element at = run.element(); at != null && at != root; at = at.parent()) {
            Sum sum = sums.get(at);
            if (looksLikeFrame(at) && (sum.linkedShare() >= 0.3 || !isLoose(at))) {
                boolean remarks = isCalled(at, REMARKS) && all.prose - sum.prose >= RUNNING;
                if (mass(sum) * 2 <= mass(all) || remarks) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean looksLikeFrame(Element element) {
        return FRAMES.contains(element.normalName()) && !element.normalName().equals("header")
                || ROLES.contains(element.attr("role"))
                || isCalled(element, NAMES)
                || isCalled(element, LOOSE);
    }

    /** Whether nothing but words that are used for any part of a page speaks for {@code element} being a frame. */
    private boolean isLoose(Element element) {
        return !isCalled(element, NAMES)
                && !FRAMES.contains(element.normalName())
                && !ROLES.contains(element.attr("role"));
    }

    private boolean isCalled(Element element, Set<String> words) {
        Set<String> own = names.computeIfAbsent(element, this::names);
        return !own.isEmpty() && !Collections.disjoint(own, words);
    }

    /** What begins with a heading is called by it in a document, where a section on comments is none of comments. */
    private Set<String> names(Element element) {
        Sum sum = sums.get(element);
        boolean section = sum != null
                && sum.heading != null
                && (sum.first == sum.heading
                        || squeezed(text.words(sum.heading)).endsWith(squeezed(element.id())));
        return section ? HtmlNames.ofKind(element) : HtmlNames.of(element);
    }

    /** The innermost article or main part with half of {@code weight}, else the innermost element with most of it. */
    private Element innermost(int weight) {
        Element best = null;
        for (Element at = child(root, weight, 0.5); at != null; at = child(at, weight, 0.5)) {
            String name = at.normalName();
            if (name.equals("article") || name.equals("main") || at.attr("role").equals("main")) {
                best = at;
            }
        }
        if (best != null) {
            return best;
        }
        best = root;
        for (Element at = child(root, weight, 0.8); at != null; at = child(at, weight, 0.8)) {
            best = at;
        }
        return wide(best);
    }

    /** {@code element}, or what is around it, as long as nothing but words of the page is there: headings, bylines, other sections. */
    private Element wide(Element element) {
        Element wide = element;
        while (wide != root && !looksLikeFrame(wide.parent()) && isAmongWords(wide)) {
            wide = wide.parent();
        }
        return wide;
    }

    private boolean isAmongWords(Element element) {
        Element parent = element.parent();
        for (Element beside = parent.firstElementChild(); beside != null; beside = beside.nextElementSibling()) {
            Sum sum = sums.get(beside);
            if (sum != null && beside != element && (sum.linkedShare() >= 0.5 || looksLikeFrame(beside))) {
                return false;
            }
        }
        return true;
    }

    /** The child that has {@code share} of {@code weight}, and is no paragraph itself; null if there is none. */
    private Element child(Element element, int weight, double share) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            Sum sum = sums.get(child);
            if (sum != null && sum.weight >= weight * share) {
                return PARAGRAPHS.contains(child.normalName()) ? null : child;
            }
        }
        return null;
    }

    private void judge() {
        if (content == null) {
            return;
        }
        for (Element at = content; at != null; at = at == root ? null : at.parent()) {
            around.add(at);
        }
        Set<Element> titled = titled();
        Deque<Element> open = new ArrayDeque<>(List.of(root));
        Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Element element = open.pop();
            boolean within = element == content || inside.contains(element.parent());
            if (within) {
                inside.add(element);
            }
            if (!around.contains(element)
                    && !titled.contains(element)
                    && (within ? isStrangeIn(element) : isStrangeBeside(element))) {
                frames.add(element);
            } else {
                for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
                    if (sums.containsKey(child)) {
                        open.push(child);
                    }
                }
            }
        }
        boolean lists = false;
        for (HtmlText.Run run : text.runs()) {
            boolean below = inside.contains(run.element());
            boolean leads = leadsAway(run);
            lists = leads || lists && run.block() != Block.HEADING && run.linked() * 5 >= run.letters() * 4;
            if (holds(run.element()) || leads || lists || isStrange(run, around.contains(run.element()) && !below)) {
                boilerplate.add(run);
            }
        }
        keepWhatWouldBeEmpty();
    }

    /** Whether {@code element}, which stands in the content, is no part of it. */
    private boolean isStrangeIn(Element element) {
        Sum sum = sums.get(element);
        String name = element.normalName();
        boolean links = sum.linkedShare() >= 0.5;
        boolean named = isCalled(element, NAMES);
        boolean kept = name.equals("header") || KEPT.contains(name) && !(named && links);
        if (kept || !named && !looksLikeFrame(element)) {
            return false;
        }
        if (sum.prose == 0) {
            boolean way = WAYS.contains(name) || WAYS.contains(element.attr("role"));
            boolean end = name.equals("footer") || name.equals("form");
            return links || named || (way || end) && !isQuoted(element);
        }
        int rest = sums.get(content).prose - sum.prose;
        return links
                || isCalled(element, REMARKS) && rest >= RUNNING
                || named && sum.prose < NOTICE && sum.prose * 4 <= rest;
    }

    /** Whether {@code element}, which stands beside the content, is no part of the page's matter. */
    private boolean isStrangeBeside(Element element) {
        Sum sum = sums.get(element);
        Sum matter = sums.get(content);
        boolean links = sum.linkedShare() >= 0.5;
        if (!looksLikeFrame(element)) {
            boolean quiet = sum.prose == 0;
            boolean header = element.normalName().equals("header") && mass(matter) > 0;
            // A list that is too long to be beside the matter is the matter, and so are its items.
            boolean heap = sums.get(element.parent()).linkedShare() < 0.5 || around.contains(element.parent());
            int words = prosaic ? matter.prose : (matter.letters - matter.linked) / 2;
            return quiet && (header || heap && links && words >= LEAST_CONTENT && sum.letters <= words);
        }
        boolean named = !isLoose(element);
        if (isCalled(element, REMARKS) && matter.prose >= RUNNING) {
            return true;
        }
        return mass(sum) * (named ? 1 : 2) <= mass(matter) || sum.prose == 0 && links && matter.prose > 0;
    }

    /** Whether {@code run} is a line that leads elsewhere, or says whose the page is. */
    private boolean isStrange(HtmlText.Run run, boolean beside) {
        boolean rights = run.letters() < RIGHTS_LETTERS
                && run.block() != Block.HEADING
                && RIGHTS.matcher(text.words(run)).matches();
        boolean links = run.linked() * 2 >= run.letters();
        return rights && text.runs().size() > 1
                || beside && links && run.block() != Block.HEADING && sums.get(content).prose >= LEAST_CONTENT;
    }

    /** Whether {@code run} says no more than that links to other pages follow, or is such a link. */
    private boolean leadsAway(HtmlText.Run run) {
        if (run.letters() > NOTICE) {
            return false;
        }
        String words = text.words(run);
        boolean linked = run.linked() * 2 >= run.letters() && run.block() != Block.HEADING;
        return HEADS_LINKS.matcher(words).matches()
                || linked && LEADS_AWAY.matcher(words).matches();
    }

    /** The elements around the heading of the page, which is part of its matter wherever it stands. */
    private Set<Element> titled() {
        Set<Element> titled = Collections.newSetFromMap(new IdentityHashMap<>());
        for (HtmlText.Run run : text.runs()) {
            if (run.block() == Block.HEADING && isTitle(squeezed(text.words(run)))) {
                for (Element at = run.element(); at != null && titled.add(at); at = at == root ? null : at.parent()) {
                    // Adding is all there is to do.
                }
            }
        }
        return titled;
    }

    private boolean isTitle(String heading) {
        return !heading.isEmpty() && (title.contains(heading) && heading.length() * 2 >= title.length());
    }

    /** A line below a quotation says whose it is. */
    private static boolean isQuoted(Element element) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (at.normalName().equals("blockquote")) {
                return true;
            }
        }
        return false;
    }

    /** A page of which next to nothing would be left has no frame: all of it is what it is about. */
    private void keepWhatWouldBeEmpty() {
        int all = 0;
        int left = 0;
        for (HtmlText.Run run : text.runs()) {
            all += run.letters();
            left += boilerplate.contains(run) ? 0 : run.letters();
        }
        if (left < SENTENCE_LETTERS && left * 10 < all) {
            boilerplate.clear();
            frames.clear();
        }
    }

    /** Letters and digits alone, in small letters. */
    static String squeezed(String words) {
        StringBuilder letters = new StringBuilder();
        words.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The words of {@code lists}, where a hyphen joins two that stand in one name. */
    private static Set<String> words(String... lists) {
        Set<String> words = new HashSet<>();
        for (String list : lists) {
            for (String word : list.split(" ")) {
                words.add(word.replace('-', ' '));
            }
        }
        return Set.copyOf(words);
    }
}
