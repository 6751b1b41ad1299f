package testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark measured, with the goal it is held against. Each figure is printed at once and, where
 * {@code -Dafterwell.bench.figures} names a file, kept there for the table that {@link #main} prints at the end.
 */
public final class Figures {

    private final String group;

    public Figures(String group) {
        this.group = group;
    }

    /** A figure without a goal. */
    public void say(String what, double figure, String unit) {
        put(what, figure, unit, "", true);
    }

    /** A figure that must not be above its goal. */
    public void atMost(double goal, String what, double figure, String unit) {
        put(what, figure, unit, "<= " + number(goal), figure <= goal);
    }

    /** A figure that must not be below its goal. */
    public void atLeast(double goal, String what, double figure, String unit) {
        put(what, figure, unit, ">= " + number(goal), figure >= goal);
    }

    private void put(String what, double figure, String unit, String goal, boolean held) {
        var verdict = goal.isEmpty() ? "" : held ? "held" : "MISSED";
        var line = String.join("\t", group, what, number(figure), unit, goal, verdict);
        System.out.println("  " + line.replace('\t', ' '));
        @Nullable String file = System.getProperty("afterwell.bench.figures");
        if (file != null) {
            try {
                Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String number(double figure) {
        if (figure == 0 || Math.abs(figure) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", figure);
        }
        return String.format(Locale.ROOT, Math.abs(figure) >= 10 ? "%.1f" : "%.2f", figure);
    }

    /** How long a call takes in milliseconds, sorted, measured {@code count} times after a third as many to warm up. */
    public static double[] millis(int count, Callable<?> call) {
        try {
            for (int i = 0; i < count / 3; i++) {
                call.call();
            }
            var millis = new double[count];
            for (int i = 0; i < count; i++) {
                long began = System.nanoTime();
                call.call();
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
            Arrays.sort(millis);
            return millis;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of sorted figures the one below which are so many in a hundred. */
    public static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Prints the table of the figures in a file, under the machine they were measured on. */
    public static void main(String[] arguments) throws IOException {
        var rows = new ArrayList<List<String>>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            rows.add(List.of(line.split("\t", -1)));
        }
        System.out.println(machine());
        int wide = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(10);
        var format = "%-10s %-" + wide + "s %14s %-14s %12s  %s%n";
        System.out.printf(format, "", "", "figure", "", "goal", "");
        String last = "";
        for (List<String> row : rows) {
            var group = row.get(0).equals(last) ? "" : row.get(0);
            last = row.get(0);
            System.out.printf(format, group, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
        }
        long missed = rows.stream().filter(row -> row.get(5).equals("MISSED")).count();
        System.out.println(missed == 0 ? "All goals are held." : missed + " goals are missed.");
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GiB, JDK %s",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                Runtime.version());
    }
}
