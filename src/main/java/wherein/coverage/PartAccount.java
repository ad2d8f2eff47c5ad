package wherein.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.search.Deadline;
import wherein.search.Part;

/**
 * What became of the candidates of one part of an index, and which words it has in lower case. Each of its documents is read once; of
 * one that has left since, the words are taken off again. Safe for use by several threads at once.
 */
final class PartAccount {

    private static final Pattern LOWER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{Ll}[\\p{L}\\p{M}]*");

    private final ReentrantLock lock = new ReentrantLock();

    /** By their numbers; null for one that is not counted. */
    private DocumentAccount[] documents = {};

    /** In how many of the documents that are counted each word stands. */
    private final Map<String, Integer> lower = new HashMap<>();

    /** Each once, since documents share most of them. */
    private final Map<Judgement, Judgement> judgements = new HashMap<>();

    /**
     * What a part has now.
     *
     * @param documents those that are there
     * @param lower the words that they have in lower case
     * @param asked words of which it matters whether the collection has them so
     */
    record Now(List<DocumentAccount> documents, Set<String> lower, Set<String> asked) {}

    /**
     * Reads what has come to {@code part}, and forgets what has left it.
     *
     * @param reasons finds why candidates of a document are mentions or none
     */
    Now now(Part part, Function<Part.Written, Reasons> reasons, Deadline deadline) throws IOException {
        deadline.await(lock);
        try {
            documents = documents.length == 0 ? new DocumentAccount[part.size()] : documents;
            for (int number = 0; number < documents.length; number++) {
                if (part.has(number) != (documents[number] != null)) {
                    deadline.check();
                    Part.Written written = part.document(number);
                    boolean comes = documents[number] == null;
                    documents[number] = comes ? account(written, reasons.apply(written)) : null;
                    words(written.document().text(), comes ? 1 : -1);
                }
            }
            List<DocumentAccount> there = new ArrayList<>(Arrays.asList(documents));
            there.removeIf(each -> each == null);
            Set<String> asked = new HashSet<>();
            judgements.keySet().forEach(each -> asked.addAll(each.ifCommon()));
            return new Now(there, new HashSet<>(lower.keySet()), asked);
        } finally {
            lock.unlock();
        }
    }

    private DocumentAccount account(Part.Written written, Reasons reasons) {
        Map<Judgement, Integer> counts = new LinkedHashMap<>();
        for (Candidates.Candidate candidate : Candidates.of(
                written.document().text(), written.document().metadata().language())) {
            Judgement judgement = reasons.of(candidate);
            counts.merge(judgements.computeIfAbsent(judgement, same -> same), 1, Integer::sum);
        }
        return new DocumentAccount(written.document().id(), reasons.mentions(), reasons.met(), counts);
    }

    private void words(String text, int by) {
        Set<String> words = new HashSet<>();
        Matcher matcher = LOWER.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        for (String word : words) {
            lower.merge(word, by, (had, more) -> had + more == 0 ? null : Integer.valueOf(had + more));
        }
    }
}
