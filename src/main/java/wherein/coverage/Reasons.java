package wherein.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wherein.document.Block;
import wherein.document.Sentences;
import wherein.mention.Mention;
import wherein.mention.SetAside;
import wherein.search.Hit;
import wherein.text.Span;

/** For each place in one document, why it is a mention or is none, as far as the document tells. */
final class Reasons {
    private static final Pattern POSSESSIVE = Pattern.compile("['’]\\p{L}{0,2}");

    private final String text;
    private final TreeMap<Integer, List<Map.Entry<Span, Verdict>>> marked = new TreeMap<>();
    private final TreeSet<Integer> sentences = new TreeSet<>();
    private final TreeMap<Integer, Span> headings = new TreeMap<>();
    /** Where a person is named: what stands right before it and is a word like any other is a title. */
    private final Set<Integer> persons = new HashSet<>();

    /** The mentions that cover a word of a candidate. */
    private final Set<Span> met = new HashSet<>();

    private int mentions;
    private int longest;

    Reasons(String text) {
        this.text = text;
    }

    /** Notes a mention of the ledger. */
    void add(Mention mention) {
        add(mention.span(), Outcome.RECOGNISED, mention.rule());
        mentions++;
        if (mention instanceof Mention.Person) {
            persons.add(mention.span().start());
        }
    }

    /** Notes what a rule has set aside. */
    void add(SetAside aside) {
        add(aside.span(), Outcome.SET_ASIDE, aside.rule());
    }

    /** Notes where the sentences of a passage begin, and whether it is a heading. */
    void add(Hit passage) {
        Span span = new Span(0, passage.text().length());
        for (Span sentence : Sentences.of(passage.text(), span, passage.language())) {
            sentences.add(sentence.start() + passage.start());
        }
        if (passage.block() == Block.HEADING) {
            headings.put(passage.start(), span.shift(passage.start()));
        }
    }

    /** How many mentions the ledger has here. */
    int mentions() {
        return mentions;
    }

    /** How many of them cover a word of a candidate that has been asked about. */
    int met() {
        return met.size();
    }

    private void add(Span span, Outcome outcome, String rule) {
        longest = Math.max(longest, span.end() - span.start());
        marked.computeIfAbsent(span.start(), key -> new ArrayList<>()).add(Map.entry(span, new Verdict(outcome, rule)));
    }

    /** A run is explained when each word of it is; what is recognised of it then gives it its name. */
    Judgement of(Candidates.Candidate candidate) {
        Verdict best = null;
        boolean explained = true;
        Set<String> ifCommon = new HashSet<>();
        for (Span word : candidate.words()) {
            Judgement judgement = of(word, candidate.kind());
            Verdict verdict = judgement.verdict();
            explained &= verdict.outcome() != Outcome.UNEXPLAINED;
            ifCommon.addAll(judgement.ifCommon());
            if (best == null || verdict.outcome().compareTo(best.outcome()) < 0) {
                best = verdict;
            }
        }
        return explained ? new Judgement(ifCommon, best) : Judgement.UNKNOWN;
    }

    private Judgement of(Span word, Candidates.Kind kind) {
        Verdict best = Verdict.UNKNOWN;
        var near = marked.subMap(word.start() - longest, true, word.start(), true);
        for (List<Map.Entry<Span, Verdict>> each : near.values()) {
            for (Map.Entry<Span, Verdict> mark : each) {
                Verdict verdict = mark.getValue();
                if (!isCovered(word, mark.getKey())) {
                    continue;
                }
                if (verdict.outcome() == Outcome.RECOGNISED) {
                    met.add(mark.getKey());
                }
                if (verdict.outcome().compareTo(best.outcome()) < 0) {
                    best = verdict;
                }
            }
        }
        return best == Verdict.UNKNOWN && kind == Candidates.Kind.CAPITALS
                ? capital(word)
                : new Judgement(Set.of(), best);
    }

    /** A mention leaves out the ending of a possessive, which the word has. */
    private boolean isCovered(Span word, Span mark) {
        if (mark.start() > word.start() || mark.end() <= word.start()) {
            return false;
        }
        return mark.end() >= word.end()
                || POSSESSIVE.matcher(text.substring(mark.end(), word.end())).matches();
    }

    private Judgement capital(Span word) {
        String surface = word.in(text);
        if (surface.equals("I") || surface.startsWith("I'") || surface.startsWith("I’")) {
            return new Judgement(Set.of(), new Verdict(Outcome.SET_ASIDE, "pronoun"));
        }
        var heading = headings.floorEntry(word.start());
        String rule;
        if (opens(word.start())) {
            rule = "sentence-start";
        } else if (persons.contains(word.end() + 1)) {
            rule = "title-of-a-person";
        } else if (heading != null && heading.getValue().contains(word)) {
            rule = "title-case-heading";
        } else {
            return Judgement.UNKNOWN;
        }
        String lower = surface.toLowerCase(Locale.ROOT).replaceAll("['’].*", "");
        return new Judgement(Set.of(lower), new Verdict(Outcome.SET_ASIDE, rule));
    }

    /** Whether nothing but quotes, brackets and dashes stands between the beginning of a sentence and here. */
    private boolean opens(int at) {
        Integer start = sentences.floor(at);
        return start != null && text.substring(start, at).codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
