package wherein.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import wherein.text.Span;

/** Documents of passages of one sentence each, and their groups. */
final class Grouped {

    private record Text(Unit unit, Sketch.Part sketch, String text) {}

    private final List<Text> texts = new ArrayList<>();

    /** Adds {@code text} as document {@code document}, a passage for each of its paragraphs. */
    Grouped add(int document, String text) {
        int passage = 0;
        for (String paragraph : text.split("\n\n")) {
            Span whole = new Span(0, paragraph.length());
            add(
                    new Unit(document, ++passage, 0),
                    Sketch.of(paragraph, List.of(whole)).whole(),
                    paragraph);
        }
        return this;
    }

    /** Adds one text. */
    void add(Unit unit, Sketch.Part sketch, String text) {
        texts.add(new Text(unit, sketch, text));
    }

    /** The groups of two or more, and of those that are variants of others. */
    List<Group> groups() throws IOException {
        Units units = new Units();
        for (int i = 0; i < texts.size(); i++) {
            Text each = texts.get(i);
            Span whole = new Span(0, each.text.length());
            units.add(each.unit, each.sketch.weight(), each.sketch.prints(), i, whole);
        }
        Groups groups = Groups.of(units, (text, span) -> Words.of(span.in(texts.get(text).text)));
        return IntStream.range(0, groups.size())
                .mapToObj(groups::group)
                .filter(group -> group.members().size() > 1 || !group.variants().isEmpty())
                .toList();
    }

    /** The groups as they are where the texts come in an order of chance. */
    List<Group> groups(Random random) throws IOException {
        Collections.shuffle(texts, random);
        return groups();
    }

    /** The documents of each group of two or more. */
    static List<List<Integer>> documents(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.members().size() > 1)
                .map(group -> group.members().stream()
                        .map(member -> member.unit().document())
                        .toList())
                .toList();
    }
}
