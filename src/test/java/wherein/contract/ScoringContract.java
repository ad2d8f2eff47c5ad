package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryParser;
import wherein.search.Hit;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Span;

/** What comes before what, other things equal. */
public abstract class ScoringContract extends Contract {

    @Test
    void theFormThatWasAskedForComesBeforeAnotherFormOfTheWord() throws Exception {
        // Equal in length, and the better one never first by its id.
        assertThat(ranked("sails", false, "a sail was seen today", "the sails were seen today"))
                .containsExactly("d1:1", "d0:1");
        assertThat(ranked("sail", false, "the sails were seen today", "a sail was seen today"))
                .containsExactly("d1:1", "d0:1");
        assertThat(ranked("паруса", false, "утром видели белый парус", "утром видели белые паруса"))
                .containsExactly("d1:1", "d0:1");
    }

    @Test
    void wordsThatStandTogetherComeBeforeThoseThatStandApart() throws Exception {
        String apart = "the harbour had a lamp and by evening came the master of ropes and sails";
        String near = "the harbour had one master and by evening came the lamp of ropes and sails";
        String phrase = "by evening the harbour master came and had a lamp and the ropes of sails";
        assertThat(ranked("harbour master", false, apart, near, phrase)).containsExactly("d2:1", "d1:1", "d0:1");
        assertThat(ranked("\"harbour master\"", false, apart, near, phrase)).containsExactly("d2:1");
        assertThat(ranked("\"harbour master\" OR lamp", false, apart, near, phrase))
                .first()
                .isEqualTo("d2:1");
    }

    @Test
    void functionWordsFindButCountLittleBesideOthers() throws Exception {
        String house = "was that the house they built beyond our mill";
        String lamp = "lamp oil costs more than we have here today";
        assertThat(ranked("was the lamp", false, house, lamp, "whale", "kiln", "rope"))
                .containsExactly("d1:1", "d0:1");
        assertThat(ranked("was the", false, lamp, house, "whale", "kiln", "rope"))
                .containsExactly("d1:1");
    }

    @Test
    void aWordThatIsAskedTwiceCountsTwice() throws Exception {
        assertThat(ranked("kiln rope rope", false, "a kiln stood there", "a rope lay there"))
                .containsExactly("d1:1", "d0:1");
        assertThat(ranked("kiln rope", false, "a kiln stood there", "a rope lay there"))
                .containsExactly("d0:1", "d1:1");
    }

    @Test
    void aDocumentThatHasTheWordsInItsWholeComesBeforeOneThatHasSomeInAPassage() throws Exception {
        String spread = "a kiln stood there before\n\na rope lay there before\n\na whale came there before";
        String some = "a kiln and one rope were there\n\nnothing else was there before\n\nnobody came there before";
        List<String> texts = List.of(some, spread, "tide", "noon", "frost", "sedge");
        assertThat(ranked("kiln rope whale", false, texts)).first().isEqualTo("d0:1");
        assertThat(ranked("kiln rope whale", true, texts)).containsExactly("d1:3", "d0:1");
    }

    @Test
    void wordsThatGoWithTheQueryMoveWhatMatchesAndFindNothingElse() throws Exception {
        // Whales go with blubber here, and not with paint: of two equal documents the one with blubber is more like it.
        List<String> texts = new ArrayList<>(List.of(
                "some whale was near and they spoke of paint",
                "some whale was near and they spoke of blubber",
                "whale whale blubber",
                "whale blubber whale",
                "blubber alone is sold here",
                "paint alone is sold here"));
        IntStream.range(0, 54).mapToObj(i -> "sheet" + i + " hangs there").forEach(texts::add);
        assertThat(ranked("whale", true, texts)).containsExactly("d2:1", "d3:1", "d1:1", "d0:1");
    }

    @Test
    void aDocumentWhosePassagesTogetherAnswerAQuestionComesBeforeThoseThatAnswerHalfOfIt() throws Exception {
        // The halves are shorter, say the same, and share words that go with what they speak of.
        String wages = "stokers at the kiln had wages of nine shillings from the guild then";
        String flood = "in that spring the mill stood in the flood, and the dam broke";
        String bell = "a bell was hung in the church, which was built anew with slate";
        List<String> texts = new ArrayList<>(List.of(wages, wages, flood, flood, bell, bell));
        texts.add(String.join(
                "\n\n", "a market was held and carters came with oats", wages, bell, flood, "oxen were sold"));
        IntStream.range(0, 40).mapToObj(i -> "sheet" + i + " hangs there").forEach(texts::add);
        for (String query : List.of("kiln wages, mill flood", "kiln wages, mill flood, church bell")) {
            assertThat(ranked(query, true, texts)).as(query).first().asString().startsWith("d6:");
        }
    }

    private List<String> ranked(String query, boolean byDocument, String... texts) throws Exception {
        return ranked(query, byDocument, List.of(texts));
    }

    /** The ids of the passages found, best first; a text's passages stand between empty lines. */
    private List<String> ranked(String query, boolean byDocument, List<String> texts) throws Exception {
        String place = newIndex();
        try (PassageSink sink = backEnd().writer(place)) {
            for (int i = 0; i < texts.size(); i++) {
                Document document = new Document("d" + i, "f", texts.get(i), Metadata.UNKNOWN, List.of(), List.of());
                sink.add("/root", document, passages(document), List.of());
            }
            sink.commit(new Manifest(List.of(), "", texts.size(), texts.size(), Map.of(), Map.of(), Map.of(), ""));
        }
        Query parsed = new QueryParser(new QueryFields(List.of()))
                .parse(query, QueryParser.Operator.OR, QueryParser.Mode.STRICT)
                .query();
        try (PassageSearcher searcher = backEnd().open(place)) {
            return searcher
                    .search(new SearchRequest(
                            parsed,
                            List.of(),
                            SearchRequest.Order.RELEVANCE,
                            byDocument,
                            100,
                            Optional.empty(),
                            List.of()))
                    .hits()
                    .stream()
                    .map(Hit::id)
                    .toList();
        }
    }

    private static List<Passage> passages(Document document) {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String text : document.text().split("\n\n")) {
            Span span = new Span(start, start + text.length());
            passages.add(new Passage(passages.size() + 1, span, Block.PROSE, "", "", Metadata.UNKNOWN));
            start = span.end() + 2;
        }
        return passages;
    }
}
