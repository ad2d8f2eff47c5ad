package wherein.api;

import java.util.ArrayList;
import java.util.List;
import wherein.search.Cursor;

/** Cursors that nobody was given, made of one that somebody was. */
public final class Forged {

    private Forged() {}

    /** Cut, changed and lengthened, so that it is no cursor at all. */
    public static List<String> broken(String cursor) {
        List<String> broken =
                new ArrayList<>(List.of("", "-", "AAAA", cursor + "A", cursor + cursor, "é", "../..", "%00"));
        for (int end = 1; end < cursor.length(); end += 5) {
            broken.add(cursor.substring(0, end));
        }
        for (int at = 0; at < cursor.length(); at += 3) {
            char other = cursor.charAt(at) == 'B' ? 'C' : 'B';
            broken.add(cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
        return broken;
    }

    /** Sound by every sum, and behind the end or before the beginning. */
    public static List<String> beyond(String cursor, int all) {
        Cursors.Place place = Cursors.decode(cursor);
        List<String> beyond = new ArrayList<>();
        for (int rank : new int[] {all + 1, all + 2, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, -1, Integer.MIN_VALUE}) {
            beyond.add(Cursors.encode(new Cursors.Place(place.cursor(), rank, place.order(), place.stamp())));
        }
        return beyond;
    }

    /** Sound by every sum, whose hit is none of the answer's. */
    public static List<String> elsewhere(String cursor) {
        Cursors.Place place = Cursors.decode(cursor);
        Cursor hit = place.cursor();
        List<String> elsewhere = new ArrayList<>();
        for (double key : new double[] {0, -1, 1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            for (int number : new int[] {0, Integer.MAX_VALUE, -1}) {
                for (long generation : new long[] {hit.generation(), -1, Long.MAX_VALUE}) {
                    Cursor other = new Cursor(key, "nowhere", number, generation);
                    elsewhere.add(Cursors.encode(new Cursors.Place(other, place.rank(), place.order(), place.stamp())));
                }
            }
        }
        return elsewhere;
    }
}
