package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpansTests {

    record Pair(int from, int to) {}

    @Provide
    Arbitrary<List<Pair>> pairs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(-2, 12))
                .as((from, length) -> new Pair(from, from + length))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void isTheSameAsSetsOfMinutes(@ForAll("pairs") List<Pair> one, @ForAll("pairs") List<Pair> other) {
        var both = bits(one);
        both.and(bits(other));
        assertThat(spans(one).and(spans(other))).isEqualTo(spans(both));

        var either = bits(one);
        either.or(bits(other));
        assertThat(spans(one).or(spans(other))).isEqualTo(spans(either));

        var rest = bits(one);
        rest.andNot(bits(other));
        assertThat(spans(one).minus(spans(other))).isEqualTo(spans(rest));
    }

    @Property
    void coversWhatLiesInOneStretch(@ForAll("pairs") List<Pair> some) {
        var spans = spans(some);
        var bits = bits(some);
        for (int from = 0; from < 75; from++) {
            assertThat(spans.contains(from)).isEqualTo(bits.get(from));
            for (int to = from + 1; to < 75; to++) {
                assertThat(spans.covers(from, to)).isEqualTo(bits.nextClearBit(from) >= to);
                assertThat(spans.meets(from, to)).isEqualTo(bits.nextSetBit(from) >= 0 && bits.nextSetBit(from) < to);
            }
        }
    }

    @Property
    void shiftsBothEnds(@ForAll("pairs") List<Pair> some) {
        var wider = new BitSet();
        var spans = spans(some);
        for (int index = 0; index < spans.size(); index++) {
            wider.set((int) spans.from(index) + 20 - 3, (int) spans.to(index) + 20 + 5);
        }
        assertThat(spans.shifted(-3 + 20, 5 + 20)).isEqualTo(spans(wider));
    }

    @Test
    void roundsOutwardsToWholeMinutes() {
        var instant = Instant.parse("2026-11-22T10:00:30Z");

        assertThat(Spans.instant(Spans.floorMinute(instant))).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(Spans.instant(Spans.ceilMinute(instant))).isEqualTo("2026-11-22T10:01:00Z");
        assertThat(Spans.ceilMinute(instant.minusSeconds(30))).isEqualTo(Spans.floorMinute(instant));
        assertThat(Spans.instant(Spans.floorMinute(Instant.parse("1969-12-31T23:59:30Z"))))
                .isEqualTo("1969-12-31T23:59:00Z");
    }

    private static BitSet bits(List<Pair> pairs) {
        var bits = new BitSet();
        pairs.stream().filter(pair -> pair.from < pair.to).forEach(pair -> bits.set(pair.from, pair.to));
        return bits;
    }

    private static Spans spans(List<Pair> pairs) {
        var builder = new Spans.Builder(1);
        pairs.forEach(pair -> builder.add(pair.from, pair.to));
        return builder.build();
    }

    private static Spans spans(BitSet bits) {
        var builder = new Spans.Builder(4);
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            builder.add(from, bits.nextClearBit(from));
        }
        return builder.build();
    }
}
