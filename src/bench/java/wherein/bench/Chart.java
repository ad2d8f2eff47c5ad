package wherein.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One plot of an SVG: some figure of each engine against the number of passages, both on scales of powers of ten. */
final class Chart {

    static final int WIDTH = 420;
    static final int HEIGHT = 300;

    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 40;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c2571a", "#4c8c2b", "#7a4fa3");

    /** Up to where the lines go on, dashed, as the last two measured points have them. */
    private static final int BEYOND = 10_000_000;

    private final String title;
    private final Map<String, TreeMap<Integer, Double>> lines;
    private final StringBuilder svg = new StringBuilder();
    private double low = Double.MAX_VALUE;
    private double high;
    private int least = Integer.MAX_VALUE;

    private Chart(String title, Map<String, TreeMap<Integer, Double>> lines) {
        this.title = title;
        this.lines = lines;
        for (TreeMap<Integer, Double> line : lines.values()) {
            line.values().forEach(this::widen);
            widen(beyond(line));
            least = Math.min(least, line.firstKey());
        }
        low = Math.pow(10, Math.floor(Math.log10(low)));
        high = Math.pow(10, Math.ceil(Math.log10(high)));
    }

    /** The chart as a group of an SVG, {@value #WIDTH} wide and {@value #HEIGHT} high. Each line has a point at least, above 0. */
    static String of(String title, Map<String, TreeMap<Integer, Double>> lines) {
        Chart chart = new Chart(title, lines);
        chart.axes();
        int colour = 0;
        for (var line : lines.entrySet()) {
            chart.line(line.getKey(), line.getValue(), colour++);
        }
        return chart.svg.toString();
    }

    private void widen(double value) {
        low = Math.min(low, value);
        high = Math.max(high, value * 1.001);
    }

    /** What would be measured there if the last two points went on in a line. */
    private static double beyond(TreeMap<Integer, Double> line) {
        Integer last = line.lastKey();
        Integer before = line.lowerKey(last);
        if (before == null) {
            return line.get(last);
        }
        double slope = Math.log(line.get(last) / line.get(before)) / Math.log((double) last / before);
        return line.get(last) * Math.pow((double) BEYOND / last, slope);
    }

    private double x(double passages) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(passages / least) / Math.log((double) BEYOND / least);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.log(value / low) / Math.log(high / low);
    }

    private void axes() {
        add("<text x='%d' y='20' font-weight='bold'>%s</text>", LEFT, title);
        for (double value = low; value <= high * 1.01; value *= 10) {
            add("<path d='M%d %.1fH%d' stroke='#ccc'/>", LEFT, y(value), WIDTH - RIGHT);
            add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 6, y(value) + 4, number(value));
        }
        for (int passages = least; passages <= BEYOND; passages *= 10) {
            add("<text x='%.1f' y='%d' text-anchor='middle'>%s</text>", x(passages), HEIGHT - 20, number(passages));
            if (passages == BEYOND) {
                break;
            }
        }
    }

    private static String number(double value) {
        int power = (int) Math.round(Math.log10(value));
        return power >= 4
                ? "10<tspan dy='-4' font-size='8'>" + power + "</tspan>"
                : String.format(Locale.ROOT, power < 0 ? "%." + -power + "f" : "%.0f", value);
    }

    private void line(String name, TreeMap<Integer, Double> line, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder points = new StringBuilder();
        line.forEach((passages, value) -> {
            points.append(points.isEmpty() ? "M" : "L");
            points.append(String.format(Locale.ROOT, "%.1f %.1f", x(passages), y(value)));
            add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x(passages), y(value), colour);
        });
        add("<path d='%s' fill='none' stroke='%s' stroke-width='2'/>", points, colour);
        add(
                "<path d='M%.1f %.1fL%.1f %.1f' stroke='%s' stroke-dasharray='4 4'/>",
                x(line.lastKey()), y(line.lastEntry().getValue()), x(BEYOND), y(beyond(line)), colour);
        add("<text x='%d' y='%d' fill='%s'>%s</text>", LEFT + 8, TOP + 10 + 14 * number, colour, name);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
