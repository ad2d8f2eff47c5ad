package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wherein.query.Query;
import wherein.search.Hit;
import wherein.search.PassageSearcher;

/** Documents by their number, and passages by theirs. */
public abstract class DocumentsContract extends Contract {

    private static final int DOCUMENTS = 30;

    private PassageSearcher searcher;

    @BeforeEach
    void open() throws Exception {
        String name = newIndex();
        PlantedLedger.write(backEnd().writer(name), DOCUMENTS);
        searcher = backEnd().open(name);
    }

    @AfterEach
    void close() throws Exception {
        searcher.close();
    }

    private List<String> page(int from, int limit) throws Exception {
        PassageSearcher.DocumentPage page = searcher.documents(new Query.All(), List.of(), from, limit);
        assertThat(page.total()).isEqualTo(DOCUMENTS);
        return page.documents().stream().map(each -> each.document().id()).toList();
    }

    @Test
    void aPageOfDocumentsIsWhatIsThereWhateverNumbersAreAskedFor() throws Exception {
        List<String> all = page(0, DOCUMENTS);
        assertThat(all).hasSize(DOCUMENTS).isSorted();
        assertThat(page(28, Integer.MAX_VALUE)).isEqualTo(all.subList(28, DOCUMENTS));
        assertThat(page(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(page(Integer.MAX_VALUE - 5, 20)).isEmpty();
        assertThat(page(Integer.MIN_VALUE, 3)).isEqualTo(all.subList(0, 3));
        assertThat(page(3, Integer.MIN_VALUE)).isEmpty();
    }

    @Test
    void onePassageIsThatOfItsDocumentAndNumberAndNoOther() throws Exception {
        for (String id : List.of("d0000000", "d0000029")) {
            List<Hit> passages = searcher.passages(id);
            assertThat(passages).hasSize(5);
            for (Hit passage : passages) {
                assertThat(searcher.passage(id, passage.number())).contains(passage);
            }
            for (int number : new int[] {0, 6, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThat(searcher.passage(id, number)).isEmpty();
            }
        }
        assertThat(searcher.passage("nobody", 1)).isEmpty();
    }
}
