package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;

class PackedTextTest {

    private static final String ENGLISH =
            "The harbour master counted the boats each morning, and wrote the number of those that had"
                    + " not come back into a small book which nobody but his daughter was allowed to read.";
    private static final String RUSSIAN =
            "Каждое утро смотритель порта считал лодки и записывал в маленькую книгу, сколько из них не"
                    + " вернулось; читать её разрешалось только его дочери.";

    private static final String[] PIECES = {
        ENGLISH,
        RUSSIAN,
        "\u0000",
        "\u007f",
        "ÿ",
        "東京都",
        "😀",
        "        ",
        "\n\n\n",
        "\u0301",
        "the",
        "ения",
        "5,127",
        "ß"
    };

    private static String read(String text) {
        BytesRef packed = PackedText.of(text);
        byte[] elsewhere = new byte[packed.length + 7];
        System.arraycopy(packed.bytes, packed.offset, elsewhere, 3, packed.length);
        return PackedText.read(new BytesRef(elsewhere, 3, packed.length));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            int end = piece.offsetByCodePoints(0, random.nextInt(piece.codePointCount(0, piece.length()) + 1));
            text.append(piece, 0, end);
        }
        return text.toString();
    }

    @Test
    void everyTextIsReadAsItWasKept() {
        Seeded.times(2_000, random -> {
            String text = text(random);
            assertThat(read(text)).isEqualTo(text);
        });
        String blank = " ".repeat(100_000);
        assertThat(read(blank)).isEqualTo(blank);
    }

    @Test
    void noTextTakesMoreThanAByteBeyondItsOwn() {
        Seeded.times(500, random -> {
            String text = text(random);
            assertThat(PackedText.of(text).length).isLessThanOrEqualTo(new BytesRef(text).length + 1);
        });
        assertThat(PackedText.of(ENGLISH).length).isLessThan(ENGLISH.length() * 6 / 10);
        assertThat(PackedText.of(RUSSIAN).length).isLessThan(new BytesRef(RUSSIAN).length * 6 / 10);
    }

    /** An index that was written with other tables would be read as another text. */
    @ParameterizedTest
    @CsvSource({"latin, 903848441", "cyrillic, 3201283409"})
    void theTablesAreThoseOfTheFormat(String table, long sum) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Symbols.class.getResourceAsStream(table + ".symbols")) {
            crc.update(in.readAllBytes());
        }
        assertThat(Fields.FORMAT).isEqualTo(15);
        assertThat(crc.getValue()).isEqualTo(sum);
    }
}
