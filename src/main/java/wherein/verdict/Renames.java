package wherein.verdict;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;
import wherein.search.StoredDocument;

/**
 * Tells which documents that have verdicts got another id from one generation to the next: the text is the very same, its old id is
 * gone, its new id was not there before, and there is one of each. A copy that was there already is another document, and takes over
 * nothing.
 */
public final class Renames {

    /** Documents that have the sentence of one that is gone are compared with it up to this number. */
    private static final int MOST = 100;

    /** Words of a sentence by which documents are looked for, on either side of its mention. */
    private static final int PHRASE = 6;

    /** Nobody waits for it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final PassageSearcher before;
    private final PassageSearcher after;

    private Renames(PassageSearcher before, PassageSearcher after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Adds to {@code verdicts} what got another id between two generations. Takes time in proportion to the verdicts, and to the texts of
     * documents that are gone.
     *
     * @return how many documents
     */
    public static int record(PassageSearcher before, PassageSearcher after, Verdicts verdicts)
            throws IOException, VerdictException {
        if (verdicts.size() == 0) {
            return 0;
        }
        Deadline deadline = Deadline.after(LONGEST);
        Map<String, Anchor> judged = new LinkedHashMap<>();
        new Judgements(before, verdicts).now().all(deadline, said -> {
            if (said.place().isPresent() && !judged.containsKey(said.document())) {
                judged.put(said.document(), said.verdict().anchor());
            }
            return true;
        });
        Renames renames = new Renames(before.within(deadline), after.within(deadline));
        List<Renaming> found = new ArrayList<>();
        for (Map.Entry<String, Anchor> each : judged.entrySet()) {
            if (renames.after.document(each.getKey()).isEmpty()) {
                renames.of(each.getKey(), each.getValue())
                        .ifPresent(to -> found.add(new Renaming(Instant.EPOCH, each.getKey(), to)));
            }
        }
        if (!found.isEmpty()) {
            verdicts.rename(found);
        }
        return found.size();
    }

    /** The id that a document which is gone has now; empty if nothing tells. */
    private Optional<String> of(String document, Anchor anchor) throws IOException {
        String text = before.document(document).orElseThrow().document().text();
        Query phrase = new Query.Phrase(Query.TEXT, phrase(anchor), 0);
        PassageSearcher.DocumentPage were = before.documents(phrase, List.of(), 0, MOST);
        PassageSearcher.DocumentPage are = after.documents(phrase, List.of(), 0, MOST);
        if (were.total() > MOST || are.total() > MOST) {
            return Optional.empty();
        }
        List<String> gone = new ArrayList<>();
        for (StoredDocument each : were.documents()) {
            String id = each.document().id();
            if (each.document().text().equals(text) && after.document(id).isEmpty()) {
                gone.add(id);
            }
        }
        List<String> come = new ArrayList<>();
        for (StoredDocument each : are.documents()) {
            String id = each.document().id();
            if (each.document().text().equals(text) && before.document(id).isEmpty()) {
                come.add(id);
            }
        }
        return gone.equals(List.of(document)) && come.size() == 1 ? Optional.of(come.getFirst()) : Optional.empty();
    }

    /** The mention with some words on either side. */
    private static String phrase(Anchor anchor) {
        String[] before = anchor.before().split(" ");
        String[] after = anchor.after().split(" ");
        List<String> words = new ArrayList<>();
        // The outermost may be a part of a word, where the sentence was cut.
        for (int i = Math.max(1, before.length - PHRASE); i < before.length; i++) {
            words.add(before[i]);
        }
        words.add(Quoter.plain(anchor.surface()));
        for (int i = 0; i < Math.min(after.length - 1, PHRASE); i++) {
            words.add(after[i]);
        }
        return String.join(" ", words);
    }
}
