package wherein.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A collection in which a text is republished, one is quoted, and one has another figure. */
final class CopiedTexts {

    /** Of Norway, twice, and 350 sailors. */
    private static final String LAMP = "The ferry from Norway left at dawn with 350 sailors on board. Nobody at the old"
            + " harbour saw that the crew had taken the green lamp from the wall, and nobody in Norway asked for it.";

    private static final String BREAD = "A baker from the upper town told the council that he had sold no bread for"
            + " eleven days, and that the mill at the river would close before the end of the year.";

    private CopiedTexts() {}

    /** Writes it into a folder in {@code folder}. */
    static Path write(Path folder) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), "The lamp\n\n" + LAMP + "\n\n" + BREAD + "\n");
        Files.writeString(
                texts.resolve("b.txt"),
                "Nobody asked\n\n" + LAMP.replace("left at", "left\nat") + "\n\n" + BREAD + "\n");
        // The first sentence alone, and what follows is its own.
        Files.writeString(
                texts.resolve("c.txt"),
                "The ferry from Norway left at dawn with 350 sailors on board. Of these, wrote the keeper of the light in"
                        + " his book that evening, some forty came from Norway and the others from nowhere in particular.\n");
        Files.writeString(texts.resolve("d.txt"), LAMP.replace("350", "360") + "\n");
        Files.writeString(
                texts.resolve("e.txt"), "Snow fell in Norway all night, and the road to the pass was shut.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - {id: first, file: a.txt, source: The Harbour, title: The lamp}
                  - {id: second, file: b.txt, source: Pier Post, title: Nobody asked}
                  - {id: third, file: c.txt, source: Lighthouse}
                  - {id: variant, file: d.txt, source: The Harbour}
                  - {id: winter, file: e.txt, source: Pier Post}
                """);
        return texts;
    }
}
