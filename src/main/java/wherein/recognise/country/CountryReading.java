package wherein.recognise.country;

import java.util.Optional;
import wherein.mention.Mention;
import wherein.mention.Mention.Country.Kind;

/**
 * What a form means where it stands.
 *
 * @param id the country's code
 * @param kind how it names it
 * @param runnerUp what else it might have meant
 * @param evidence what decided, empty where there was nothing to decide
 */
record CountryReading(String id, Kind kind, Optional<String> runnerUp, String evidence) {

    static CountryReading plain(GazetteerEntry.Sense sense) {
        return new CountryReading(sense.id(), sense.kind(), Optional.empty(), "");
    }

    /** The same, of a form that people bear too, where {@code evidence} stands beside it. */
    CountryReading overPerson(String evidence) {
        return over(id, kind, Mention.Country.PERSON, evidence);
    }

    static CountryReading over(String id, Kind kind, String runnerUp, String evidence) {
        return new CountryReading(id, kind, Optional.of(runnerUp), evidence);
    }
}
