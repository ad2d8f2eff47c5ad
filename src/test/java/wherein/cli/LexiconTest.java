package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;

/** What a reader adds to the words of the recognisers counts in that reader's collection. */
class LexiconTest {

    private static final Indexing.Options OPTIONS =
            new Indexing.Options(false, false, true, false, Optional.empty(), 1 << 20);

    @TempDir
    private Path folder;

    @TempDir
    private Path index;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(
                folder.resolve("a.txt"), "They met in Zubrowka. Dr Quillfeather spoke first, then Quilly did.");
    }

    @Test
    void aCountryOfTheReadersOwnIsFound() throws Exception {
        assertThat(countries()).isEmpty();
        Files.createDirectories(folder.resolve("lexicon"));
        Files.writeString(folder.resolve("lexicon/countries.tsv"), "# ours\nZubrowka\tHU\tname\n");
        assertThat(countries()).containsExactly("HU");
    }

    @Test
    void anAliasLeadsToThePersonOfTheReadersList() throws Exception {
        Files.writeString(
                folder.resolve("people.yaml"), "- name: Amelia Quillfeather\n  aliases: [Quillfeather, Quilly]\n");
        assertThat(people()).containsOnly("Amelia Quillfeather").hasSize(2);
    }

    @Test
    void aFaultyListNamesItsLines() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), "- name: A B\n- nam: C\n");
        assertThatThrownBy(this::people)
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("people.yaml:2: unknown key \"nam\"")
                .hasMessageContaining("people.yaml:2: a person needs a name");
    }

    @Test
    void aFaultyLineOfCountriesIsToldOf() throws Exception {
        Files.createDirectories(folder.resolve("lexicon"));
        Files.writeString(folder.resolve("lexicon/countries.tsv"), "Zubrowka\n");
        assertThatThrownBy(this::countries)
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("lexicon/countries.tsv: ");
    }

    @Test
    void aUnitOfTheReadersOwnIsThatOfItsFigures() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "The mill ground 40 poods for 12 florins and fed 30 ferrymates.");
        Files.createDirectories(folder.resolve("lexicon"));
        Files.writeString(
                folder.resolve("lexicon/units.tsv"), "# ours\npoods\tpood\nflorins\tNLG\nferrymates\tpeople\n");
        assertThat(mentions("figure").stream().map(mention -> ((Mention.Figure) mention).unit()))
                .containsExactly("pood", "NLG", "people");
    }

    @Test
    void aFaultyLineOfUnitsIsToldOf() throws Exception {
        Files.createDirectories(folder.resolve("lexicon"));
        Files.writeString(folder.resolve("lexicon/units.tsv"), "40 poods\n");
        assertThatThrownBy(() -> mentions("figure"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("lexicon/units.tsv: expected a word of letters, a tab and a unit");
    }

    private List<String> countries() throws Exception {
        return mentions("country").stream()
                .map(mention -> ((Mention.Country) mention).id())
                .toList();
    }

    private List<String> people() throws Exception {
        return mentions("person").stream()
                .map(mention -> ((Mention.Person) mention).name())
                .toList();
    }

    private List<Mention> mentions(String type) throws Exception {
        Indexing indexing = new Indexing(index);
        try (Previous previous = indexing.previous()) {
            indexing.build(previous, List.of(Collection.open(folder, Optional.empty())), OPTIONS, Progress.SILENT);
        }
        List<Mention> mentions = new java.util.ArrayList<>();
        MentionSelector rows = MentionSelector.ALL.withTypes(java.util.Set.of(Mention.Type.of(type)));
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            searcher.mentions(
                    new LedgerRequest(new Query.All(), List.of(), rows), 0, row -> mentions.add(row.mention()));
        }
        return mentions;
    }
}
