package wherein.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Runs recognisers over a document, each seeing what those before it found, and settles what they disagree on. */
public final class Annotator {

    private final List<Recogniser> recognisers;

    /** Runs {@code recognisers} in this order. */
    public Annotator(List<Recogniser> recognisers) {
        this.recognisers = List.copyOf(recognisers);
    }

    /** All mentions in {@code text}, by start. */
    public List<Mention> annotate(String text, String language, EdtfDate date) {
        Tokens tokens = new Tokens(text);
        List<Mention> found = new ArrayList<>();
        for (Recogniser recogniser : recognisers) {
            found.addAll(recogniser.recognise(new Input(text, tokens, language, date, found)));
            found.sort(Comparator.comparing(Mention::span));
        }
        return List.copyOf(found);
    }
}
