package wherein.recognise.person;

import java.util.ArrayList;
import java.util.List;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.text.Span;

/**
 * Finds the persons that a document names, English and Russian in full.
 *
 * <p>A mention's name is the fullest that the document has for that person, in its base form. Safe for use by several
 * threads at once.
 */
public final class People implements Recogniser {

    /** The UTF-16 units of a name at most: what is longer is a list of names, or no text. */
    private static final int LONGEST = 200;

    private final KnownPeople known;

    /** Knows nobody beforehand. */
    public People() {
        this(List.of());
    }

    /** Knows the persons that a reader has listed, and finds them by name and alias besides. */
    public People(List<KnownPerson> people) {
        this.known = new KnownPeople(people, PersonLexicon.standard());
    }

    /** {@code names}, by place, without those that are too long and without what touches such a one and is a piece of it. */
    private static List<Name> withoutOverlong(Units units, List<Name> names) {
        List<Name> kept = new ArrayList<>(names.size());
        int gone = -1;
        for (Name name : names) {
            if (units.end(name.end() - 1) - units.start(name.start()) > LONGEST) {
                gone = name.end();
                while (!kept.isEmpty() && kept.getLast().end() == name.start()) {
                    kept.removeLast();
                }
            } else if (name.start() == gone) {
                gone = name.end();
            } else {
                kept.add(name);
            }
        }
        return kept;
    }

    @Override
    public List<Mention> recognise(Input input) {
        Language language = Languages.of(input.language());
        Units units = new Units(input, PersonLexicon.of(language));
        PersonEvidence evidence = new PersonEvidence(units);
        Tagger tagger = new Tagger(units, evidence, Models.latin(language), Models.cyrillic()).tag();
        List<Name> names = new PersonNameRules(units, tagger, evidence).find();
        names = withoutOverlong(units, names);
        known.find(units, names);
        List<String> persons = new Linker(units).link(names);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            input.checkpoint().step();
            Name name = names.get(i);
            Span span = new Span(units.start(name.start()), units.end(name.end() - 1));
            mentions.add(new Mention.Person(span, known.named(units, name, persons.get(i)), name.rule()));
        }
        return mentions;
    }
}
