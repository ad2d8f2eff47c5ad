package wherein.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import wherein.text.Span;

/** Documents of passages of one sentence each, and their groups. */
final class Grouped {

    private final Map<Unit, String> texts = new LinkedHashMap<>();

    /** Adds {@code text} as document {@code document}, a passage for each of its paragraphs. */
    Grouped add(int document, String text) {
        int passage = 0;
        for (String paragraph : text.split("\n\n")) {
            Sketch.Part whole = Sketch.of(paragraph, List.of(new Span(0, paragraph.length())))
                    .whole();
            texts.put(new Unit(document, ++passage, 0, whole.weight(), whole.prints()), paragraph);
        }
        return this;
    }

    List<Group> groups() throws IOException {
        return Groups.of(texts.keySet(), unit -> Words.of(texts.get(unit)));
    }

    /** The groups as they are where the texts come in an order of chance. */
    List<Group> groups(Random random) throws IOException {
        List<Unit> units = new ArrayList<>(texts.keySet());
        Collections.shuffle(units, random);
        return Groups.of(units, unit -> Words.of(texts.get(unit)));
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
