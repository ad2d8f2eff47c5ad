package wherein.coverage;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wherein.search.Deadline;
import wherein.search.Part;
import wherein.search.PassageSearcher;

/** What became of all candidates of one generation of an index. Immutable. */
final class CollectionAccount {

    private final Map<String, DocumentAccount> documents = new HashMap<>();
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

    /** That of the document of this id. */
    DocumentAccount of(String id) {
        return documents.get(id);
    }

    /** The words that the collection has in lower case, of those for which it matters. */
    Set<String> common() {
        return common;
    }
}
