package wherein.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wherein.hyphen.Hyphens;
import wherein.text.Reading;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Runs recognisers over a document, each seeing what those before it found, and settles what they disagree on. */
public final class Annotator {

    private final List<Recogniser> recognisers;

    /** Runs {@code recognisers} in this order. */
    public Annotator(List<Recogniser> recognisers) {
        this.recognisers = List.copyOf(recognisers);
    }

    /** All mentions in {@code text}, by start. Time and memory grow with the text. */
    public List<Mention> annotate(String text, String language, EdtfDate date) {
        return annotate(text, language, date, () -> {});
    }

    /** All mentions in what {@code hyphens} are of, by start. */
    public List<Mention> annotate(Hyphens hyphens, String language, EdtfDate date) {
        return annotate(hyphens.reading(), language, date, () -> {});
    }

    /**
     * The same, for a caller who may want it no more.
     *
     * @param stillWanted is run between recognisers and every few milliseconds of their work; what it throws ends it, and
     *     goes on to the caller
     */
    public List<Mention> annotate(String text, String language, EdtfDate date, Runnable stillWanted) {
        return annotate(Hyphens.of(text, language).reading(), language, date, stillWanted);
    }

    private List<Mention> annotate(Reading reading, String language, EdtfDate date, Runnable stillWanted) {
        String text = reading.text();
        Checkpoint checkpoint = new Checkpoint(stillWanted);
        Tokens tokens = new Tokens(text);
        List<Mention> found = new ArrayList<>();
        for (Recogniser recogniser : recognisers) {
            checkpoint.pass();
            found.addAll(recogniser.recognise(new Input(text, tokens, language, date, found, checkpoint)));
            found.sort(Comparator.comparing(Mention::span));
        }
        List<Mention> settled = settle(found);
        return reading.isStored()
                ? settled
                : settled.stream()
                        .map(mention -> mention.at(reading.stored(mention.span())))
                        .sorted(Comparator.comparing(Mention::span))
                        .toList();
    }

    /**
     * What the recognisers read in {@code hyphens}' text and found to be no mention.
     *
     * @param found the mentions in it, by start
     */
    public List<SetAside> setAside(Hyphens hyphens, String language, EdtfDate date, List<Mention> found) {
        return setAside(hyphens, language, date, found, () -> {});
    }

    /**
     * The same, for a caller who may want it no more.
     *
     * @param stillWanted as in {@link #annotate(String, String, EdtfDate, Runnable)}
     */
    public List<SetAside> setAside(
            Hyphens hyphens, String language, EdtfDate date, List<Mention> found, Runnable stillWanted) {
        Checkpoint checkpoint = new Checkpoint(stillWanted);
        checkpoint.pass();
        Reading reading = hyphens.reading();
        List<Mention> read = reading.isStored()
                ? found
                : found.stream()
                        .map(mention -> mention.at(reading.read(mention.span())))
                        .sorted(Comparator.comparing(Mention::span))
                        .toList();
        Input input = new Input(reading.text(), new Tokens(reading.text()), language, date, read, checkpoint);
        return recognisers.stream()
                .flatMap(recogniser -> recogniser.setAside(input).stream())
                .map(aside -> new SetAside(reading.stored(aside.span()), aside.rule()))
                .toList();
    }

    /** A country inside the name of a person is part of that name: Jordan in Michael Jordan. */
    private static List<Mention> settle(List<Mention> found) {
        List<Mention> settled = new ArrayList<>();
        Mention person = null;
        for (int i = 0; i < found.size(); i++) {
            Mention mention = found.get(i);
            if (mention instanceof Mention.Person) {
                person = mention;
            }
            boolean hidden = mention instanceof Mention.Country
                    && (isInside(mention, person) || i + 1 < found.size() && isPersonAround(mention, found.get(i + 1)));
            if (!hidden) {
                settled.add(mention);
            }
        }
        return List.copyOf(settled);
    }

    /** Of two mentions that start together the shorter comes first. */
    private static boolean isPersonAround(Mention mention, Mention next) {
        return next instanceof Mention.Person && next.span().contains(mention.span());
    }

    private static boolean isInside(Mention mention, Mention person) {
        return person != null && person.span().contains(mention.span());
    }
}
