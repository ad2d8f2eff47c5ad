package wherein.recognise.figure;

import java.util.List;
import wherein.mention.Mention;
import wherein.mention.SetAside;

/**
 * All numbers of a document: those that are figures, and those that are not.
 *
 * @param figures the figures, by start
 * @param setAside the numbers that a rule set aside, by start
 */
public record FigureReading(List<Mention.Figure> figures, List<SetAside> setAside) {

    /** Takes copies of both lists. */
    public FigureReading {
        figures = List.copyOf(figures);
        setAside = List.copyOf(setAside);
    }
}
