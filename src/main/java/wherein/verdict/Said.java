package wherein.verdict;

import java.math.BigDecimal;
import wherein.mention.Mention;

/** What a mention says, as text: a verdict holds of a mention for as long as it is read as this. */
final class Said {

    private Said() {}

    /**
     * The code of a country; the name that its document has for a person; a figure as {@code min..max}, its unit and its bound; the
     * days of a date as {@code from/to}, empty where they are not known.
     */
    static String by(Mention mention) {
        return switch (mention) {
            case Mention.Country country -> country.id();
            case Mention.Person person -> person.name();
            case Mention.Figure figure ->
                (plain(figure.min()) + ".." + plain(figure.max()) + " " + figure.unit() + " "
                                + figure.bound().sign())
                        .replaceAll(" +", " ");
            case Mention.Date date ->
                date.days().map(days -> days.from() + "/" + days.to()).orElse("");
        };
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
