package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.analysis.AnalysedText;
import wherein.analysis.TextCutter;
import wherein.text.Span;

class WordPlacesTest {

    private static final int[] LENGTHS = {1, 2, 5, 11, 12, 13, 14, 15, 16, 26, 27, 28, 29, 60, 70, 300};

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "  ");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append("a".repeat(LENGTHS[random.nextInt(LENGTHS.length)]));
            // "l'x" is two words with the sign of one of them between, "語語" two with nothing.
            text.append(random.nextInt(6) == 0 ? "語語" : random.nextInt(6) == 0 ? " l'x" : "");
            text.append(" ".repeat(random.nextInt(3) == 0 ? LENGTHS[random.nextInt(LENGTHS.length)] : 1));
        }
        return text.toString();
    }

    private static List<Span> places(AnalysedText words) {
        List<Span> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            places.add(new Span(words.start(i), words.end(i)));
        }
        return places;
    }

    @Test
    void wordsOfAnyLengthWithAnythingBetweenStandWhereTheTextHasThem() {
        TextCutter cutter = new TextCutter();
        Seeded.times(100, random -> {
            List<AnalysedText> texts = new ArrayList<>();
            try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
                try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                    for (int i = 0; i < 10; i++) {
                        AnalysedText words = cutter.cut(text(random));
                        Document document = new Document();
                        document.add(new BinaryDocValuesField(Fields.PLACES, WordPlaces.of(words)));
                        writer.addDocument(document);
                        texts.add(words);
                    }
                }
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    WordPlaces places =
                            new WordPlaces(reader.leaves().getFirst().reader());
                    for (int doc = 0; doc < texts.size(); doc++) {
                        places.moveTo(doc);
                        for (int word = 0; word < texts.get(doc).size(); word++) {
                            assertThat(places.get(word))
                                    .isEqualTo(places(texts.get(doc)).get(word));
                        }
                    }
                }
            }
        });
    }
}
