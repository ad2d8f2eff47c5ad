package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.analysis.AnalysedWord;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryParser;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.Hit;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.WordForms;
import wherein.search.WordForms.Form;
import wherein.text.Span;

/** A word in any form, and a form alone: which of them a query finds, and what it says of them. */
public abstract class FormsContract extends Contract {

    private static final List<String> WORDS = List.of(
            "emigrant",
            "Emigrants",
            "emigrate",
            "emigration",
            "émigrés",
            "hope",
            "hoping",
            "hopped",
            "hop",
            "study",
            "STUDIES",
            "die",
            "dying",
            "новый",
            "новейший",
            "нового",
            "строивший",
            "строит",
            "Ёлка",
            "елки",
            "U.S.",
            "7th",
            "cafés",
            "café");

    /** A passage in a language, of which it depends whether its words have stems. */
    private record Text(String language, String text) {}

    private PassageSearcher index(List<Text> texts) throws Exception {
        String name = newIndex();
        try (PassageSink sink = backEnd().writer(name)) {
            for (int i = 0; i < texts.size(); i++) {
                Text text = texts.get(i);
                Document document = new Document("d" + i, "d" + i, text.text, Metadata.UNKNOWN, List.of(), List.of());
                Passage passage = new Passage(
                        1, new Span(0, text.text.length()), Block.PROSE, "", text.language, Metadata.UNKNOWN);
                sink.add("/", document, List.of(passage), List.of());
            }
            sink.commit(new Manifest(List.of(), "", texts.size(), texts.size(), Map.of(), Map.of(), Map.of(), ""));
        }
        return backEnd().open(name);
    }

    private PassageSearcher english(String... texts) throws Exception {
        return index(Stream.of(texts).map(text -> new Text("en", text)).toList());
    }

    private static Query read(String text) throws Exception {
        QueryParser parser = new QueryParser(new QueryFields(List.of()));
        return parser.parse(text, QueryParser.Operator.OR, QueryParser.Mode.STRICT)
                .query();
    }

    private static List<String> found(PassageSearcher searcher, String query) throws Exception {
        return searcher.search(SearchRequest.best(read(query), List.of(), 100)).hits().stream()
                .map(Hit::document)
                .toList();
    }

    @Test
    void formsAreThoseThatALookAtEachPassageGives() {
        Seeded.times(60, random -> {
            // Other languages keep words unstemmed; in half of the collections there are none.
            List<String> languages = random.nextBoolean() ? List.of("en", "ru", "") : List.of("en", "de", "uk", "");
            List<Text> texts = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(i -> new Text(Seeded.one(random, languages), words(random, 8)))
                    .toList();
            try (PassageSearcher searcher = index(texts)) {
                for (String word : WORDS) {
                    AnalysedWord asked = AnalysedWord.of(word).getFirst();
                    assertThat(searcher.forms(new Query.Word(Query.TEXT, word)).words())
                            .as(word + " in " + texts)
                            .containsExactly(
                                    new WordForms(word.equals("U.S.") ? "U.S" : word, expected(asked, texts), 0));
                }
            }
        });
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(Seeded.one(random, WORDS));
        }
        return String.join(" ", words);
    }

    /** Cuts each passage as its language has it, and looks which forms stand where the form or the stem is. */
    private static List<Form> expected(AnalysedWord asked, List<Text> texts) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Text text : texts) {
            Set<String> forms = new HashSet<>();
            for (List<String> terms : terms(text)) {
                boolean stemmed =
                        texts.stream().noneMatch(each -> List.of("de", "uk").contains(each.language));
                if (!stemmed && terms.contains(asked.form()) || terms.contains(asked.stem())) {
                    forms.add(terms.getFirst());
                }
            }
            forms.forEach(form -> counts.merge(form, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(each -> new Form(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Form::passages).reversed().thenComparing(Form::form))
                .toList();
    }

    /** Of each word its form, and its stem where the language of its passage is one whose words have some. */
    private static List<List<String>> terms(Text text) {
        boolean stems = !List.of("de", "uk").contains(text.language);
        return AnalysedWord.of(text.text).stream()
                .map(word -> stems ? List.of(word.form(), word.stem()) : List.of(word.form()))
                .toList();
    }

    @Test
    void wordsAreKnownIfTheTextsHaveEveryOneAsItIsAskedFor() throws Exception {
        try (PassageSearcher searcher = english("fogs and mist")) {
            for (String known : List.of("fog", "Mists \"fog and\"", "=fogs", "title:gull fo* *", "-fog", "(mist)^2")) {
                assertThat(searcher.forms(read(known)).known()).as(known).isTrue();
            }
            for (String unknown : List.of("gull", "fog gull", "\"fog gull\"", "=fog", "fog NEAR/3 gull", "(gull)^2")) {
                assertThat(searcher.forms(read(unknown)).known()).as(unknown).isFalse();
            }
        }
    }

    @Test
    void eachWordThatIsLookedForInAnyFormIsToldOnceInTheOrderOfTheQuery() throws Exception {
        try (PassageSearcher searcher = english("fogs and fog", "mist, misty hills", "a gull")) {
            WordForms.Found forms = searcher.forms(
                    read("Fogs \"mist hill\" +(fog gull^2) -(sea NEAR/3 mist) =misty title:fog fo* stance:x"));
            assertThat(forms.words())
                    .containsExactly(
                            new WordForms("Fogs", List.of(new Form("fog", 1), new Form("fogs", 1)), 0),
                            new WordForms("mist", List.of(new Form("mist", 1)), 0),
                            new WordForms("hill", List.of(new Form("hills", 1)), 0),
                            new WordForms("fog", List.of(new Form("fog", 1), new Form("fogs", 1)), 0),
                            new WordForms("gull", List.of(new Form("gull", 1)), 0),
                            new WordForms("sea", List.of(), 0));
            assertThat(searcher.forms(read("\"…\" *")).words()).isEmpty();
        }
    }

    @Test
    void ofManyFormsTheMostFrequentAreToldAndOfManyWordsTheFirst() throws Exception {
        List<String> endings = List.of(
                "",
                "s",
                "ed",
                "ing",
                "ings",
                "er's",
                "ly",
                "edly",
                "ingly",
                "able",
                "ably",
                "ability",
                "abilities",
                "ation",
                "ations",
                "ational",
                "ationally",
                "ative",
                "atively",
                "ement",
                "ements",
                "ance",
                "ances",
                "ment",
                "ments",
                "es");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < endings.size(); i++) {
            // The first ending stands in all of them.
            texts.add(String.join(
                    " ",
                    endings.subList(0, i + 1).stream()
                            .map(each -> "relent" + each)
                            .toList()));
        }
        try (PassageSearcher searcher = english(texts.toArray(String[]::new))) {
            WordForms relent = searcher.forms(read("relent")).words().getFirst();
            assertThat(relent.forms())
                    .hasSize(20)
                    .isSortedAccordingTo(Comparator.comparingInt(Form::passages).reversed());
            assertThat(relent.forms().getFirst()).isEqualTo(new Form("relent", endings.size()));
            assertThat(relent.more()).isPositive();
            String many = String.join(
                    " ", IntStream.range(0, 100).mapToObj(i -> "w" + i).toList());
            assertThat(searcher.forms(read(many)).words()).hasSize(32);
        }
    }

    @Test
    void aCollectionInWhichTooMuchBeginsAlikeTellsNoFormsRatherThanSome() throws Exception {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int first = i * 1_000;
            texts.add(new Text(
                    "en",
                    String.join(
                            " ",
                            IntStream.range(first, first + 1_000)
                                    .mapToObj(each -> "fog" + Integer.toString(each + 46_656, 36) + "a")
                                    .toList())));
        }
        texts.add(new Text("en", "fog fogs mist"));
        try (PassageSearcher searcher = index(texts)) {
            assertThat(searcher.forms(read("mist fog gull")).words())
                    .containsExactly(new WordForms("mist", List.of(new Form("mist", 1)), 0));
            PassageSearcher late = searcher.within(Deadline.after(Duration.ZERO));
            assertThatThrownBy(() -> late.forms(read("fog"))).isInstanceOf(DeadlineException.class);
        }
    }

    @Test
    void aFormAloneIsFoundInNoOther() throws Exception {
        String[] texts = {
            "The emigrants left.", "An emigrant left.", "Emigration!", "EMIGRANT", "emigrant’s", "CAFÉS", "cafe"
        };
        try (PassageSearcher searcher = english(texts)) {
            assertThat(found(searcher, "emigrant")).hasSize(5);
            assertThat(found(searcher, "=emigrant")).containsExactlyInAnyOrder("d1", "d3", "d4");
            assertThat(found(searcher, "=ÉMIGRANT")).containsExactlyInAnyOrder("d1", "d3", "d4");
            assertThat(found(searcher, "=café")).containsExactly("d6");
            assertThat(found(searcher, "=cafes")).containsExactly("d5");
            assertThat(found(searcher, "=emigrants")).containsExactly("d0");
            assertThat(found(searcher, "=emigr")).isEmpty();
            assertThat(found(searcher, "emigrant -=emigrant")).containsExactlyInAnyOrder("d0", "d2");
            assertThat(found(searcher, "+=emigrant +left")).containsExactly("d1");
        }
    }

    @Test
    void aPhraseOfFormsHasThemOneBehindTheOther() throws Exception {
        String[] texts = {
            "brain drains", "brain drain", "brains drain", "drain of the brain", "a well-known brain drain"
        };
        try (PassageSearcher searcher = english(texts)) {
            assertThat(found(searcher, "\"brain drain\"")).hasSize(4);
            assertThat(found(searcher, "=\"brain drain\"")).containsExactlyInAnyOrder("d1", "d4");
            assertThat(found(searcher, "=\"drain brain\"~5")).containsExactlyInAnyOrder("d1", "d3", "d4");
            assertThat(found(searcher, "=brain NEAR/2 drain")).containsExactlyInAnyOrder("d0", "d1", "d3", "d4");
            assertThat(found(searcher, "=brain NEAR/2 =drain")).containsExactlyInAnyOrder("d1", "d3", "d4");
            assertThat(found(searcher, "(=brains OR =drains) NEAR/0 (brain drain)"))
                    .containsExactlyInAnyOrder("d0", "d2");
            assertThat(found(searcher, "=well-known")).containsExactly("d4");
        }
    }

    @Test
    void aFormIsFoundInTextsThatKeepTheirWordsUnstemmedToo() throws Exception {
        List<Text> texts =
                List.of(new Text("de", "Emigranten hope"), new Text("en", "hoping"), new Text("ru", "новый"));
        try (PassageSearcher searcher = index(texts)) {
            assertThat(found(searcher, "=hope")).containsExactly("d0");
            assertThat(found(searcher, "hope")).containsExactlyInAnyOrder("d0", "d1");
            assertThat(found(searcher, "=новый")).containsExactly("d2");
            assertThat(found(searcher, "=нового")).isEmpty();
        }
    }

    @Test
    void onlyTheFormIsMarkedAndItsClauseIsNamedSo() throws Exception {
        try (PassageSearcher searcher = english("Emigrants and an emigrant.")) {
            Hit hit = searcher.search(SearchRequest.best(read("=emigrant"), List.of(), 1))
                    .hits()
                    .getFirst();
            assertThat(hit.marks()).containsExactly(new Span(17, 25));
            assertThat(hit.matched().getFirst().clause()).isEqualTo("=emigrant");
            Hit both = searcher.search(SearchRequest.best(read("=emigrant emigrant"), List.of(), 1))
                    .hits()
                    .getFirst();
            assertThat(both.marks()).containsExactly(new Span(0, 9), new Span(17, 25));
        }
    }

    @Test
    void aFormIsRankedByItsOwnCountAndNotByThatOfItsStem() throws Exception {
        // Among many emigrations one emigrant is rare, and weighs more than a word that half of the passages have.
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            texts.add(new Text("en", "emigration " + (i % 2 == 0 ? "left " : "stayed ") + "home"));
        }
        texts.add(new Text("en", "emigrant stayed home"));
        try (PassageSearcher searcher = index(texts)) {
            assertThat(found(searcher, "=emigrant left").getFirst()).isEqualTo("d20");
            assertThat(found(searcher, "emigrations left").getFirst()).isNotEqualTo("d20");
        }
    }
}
