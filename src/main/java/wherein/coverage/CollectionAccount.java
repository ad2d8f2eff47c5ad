package wherein.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import wherein.search.Deadline;
import wherein.search.Part;
import wherein.search.PassageSearcher;

/** What became of all candidates of one generation of an index. Immutable. */
final class CollectionAccount {

    /** The order of documents in an index: that of their ids by code point, which is that of their bytes in UTF-8. */
    private static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Map<String, DocumentAccount> documents = new TreeMap<>(BY_CODE_POINT);
    private final Set<String> common = new HashSet<>();

    /** That of {@code searcher}: costs the documents that no generation before has had counted, and a look at each of the others. */
    CollectionAccount(PassageSearcher searcher, Function<Part.Written, Reasons> reasons, Deadline deadline)
            throws IOException {
        Set<String> lower = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (Part part : searcher.parts()) {
            PartAccount.Now now = part.kept(PartAccount.class, PartAccount::new).now(part, reasons, deadline);
            now.documents().forEach(each -> documents.put(each.id(), each));
            lower.addAll(now.lower());
            asked.addAll(now.asked());
        }
        asked.stream().filter(lower::contains).forEach(common::add);
    }

    /** Counts all documents, in their order, none of which is read for it. */
    CandidateTally tally() {
        CandidateTally tally = new CandidateTally();
        documents.values().forEach(each -> each.addTo(tally, common));
        return tally;
    }

    /** That of the document of this id. */
    DocumentAccount of(String id) {
        return documents.get(id);
    }

    /** The words that the collection has in lower case, of those for which it matters. */
    Set<String> common() {
        return common;
    }
}
